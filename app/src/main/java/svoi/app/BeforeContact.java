package svoi.app;

import org.springframework.context.SmartLifecycle;

/// What a demo does after its staff are there and before its anonymous door opens.
final class BeforeContact implements SmartLifecycle {
  private final Runnable work;
  private volatile boolean running;

  BeforeContact(Runnable work) {
    this.work = work;
  }

  @Override
  public void start() {
    work.run();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After [BeforeTheDoors], before the web server.
  @Override
  public int getPhase() {
    return 1;
  }
}

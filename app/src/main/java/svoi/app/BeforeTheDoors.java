package svoi.app;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import svoi.app.demo.Demo;
import svoi.platform.Jobs;
import svoi.platform.PublicationFeed;

/// What must have happened before the first visitor comes, and what stops after the last one left.
final class BeforeTheDoors implements SmartLifecycle {
  private final Optional<Demo> demo;
  private final int demoPersons;
  private final PublicationFeed feed;
  private final Jobs jobs;
  private volatile boolean running;

  /// @param demoPersons how many persons a demo invents that is not loaded yet
  BeforeTheDoors(Optional<Demo> demo, int demoPersons, PublicationFeed feed, Jobs jobs) {
    this.demo = demo;
    this.demoPersons = demoPersons;
    this.feed = feed;
    this.jobs = jobs;
  }

  @Override
  public void start() {
    demo.ifPresent(Demo::ensureStaff);
    demo.filter(d -> !d.isLoaded()).ifPresent(this::load);
    try {
      feed.start();
    } catch (SQLException e) {
      throw new IllegalStateException("publication log not readable", e);
    }
    jobs.start();
    running = true;
  }

  private void load(Demo demo) {
    System.out.printf(Locale.ROOT, "Loading %,d invented persons, once …%n", demoPersons);
    demo.load(
        demoPersons,
        n -> {
          if (n % 500 == 0) {
            System.out.println("  " + n);
          }
        });
  }

  @Override
  public void stop() {
    jobs.close();
    feed.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the web server, which starts late and stops early.
  @Override
  public int getPhase() {
    return 0;
  }
}

package svoi.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Work that is done again and again, by one process at a time, however many run.
public final class Jobs implements AutoCloseable {
  private static final String TABLE = "platform.scheduled_tasks";

  private final DataSource desk;
  private final List<RecurringTask<Void>> tasks = new ArrayList<>();
  private @Nullable Scheduler scheduler;

  /// @param desk connections under the desk's role, which alone may see the table of jobs
  public Jobs(DataSource desk) {
    this.desk = desk;
  }

  /// Adds a job; call it before [#start].
  ///
  /// @param name of the job, `module.verb`
  /// @param pause between the end of one run and the beginning of the next
  public void every(Duration pause, String name, Runnable work) {
    tasks.add(
        Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run()));
  }

  /// Begins to run the jobs.
  public void start() {
    scheduler =
        Scheduler.create(desk)
            .startTasks(tasks)
            .tableName(TABLE)
            .threads(1)
            .pollingInterval(Duration.ofSeconds(10))
            .build();
    scheduler.start();
  }

  @Override
  public void close() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }
}

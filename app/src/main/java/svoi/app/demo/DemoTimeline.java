package svoi.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Acts of past days in their order, each done with the clock moved back to its day.
final class DemoTimeline {
  private static final String SHIFT =
      "UPDATE platform.clock SET shift = make_interval(days => ?) WHERE shift <> make_interval(days => ?)";

  private static final Comparator<Act> FIRST_THE_OLDEST =
      Comparator.comparingInt(Act::daysAgo).reversed();

  private final DataSource owner;
  private final List<Act> acts = new ArrayList<>();

  /// @param owner the role that may move the clock
  DemoTimeline(DataSource owner) {
    this.owner = owner;
  }

  private record Act(int daysAgo, Runnable work) {}

  /// Plans an act; those of one day are done in the order in which they were planned.
  void on(int daysAgo, Runnable work) {
    acts.add(new Act(daysAgo, work));
  }

  /// Does everything that is planned, then puts the clock back.
  void run() {
    SingleConnectionDataSource line = new SingleConnectionDataSource(connect(), true);
    JdbcClient clock = JdbcClient.create(line);
    try {
      int day = 0;
      for (Act act : acts.stream().sorted(FIRST_THE_OLDEST).toList()) {
        if (act.daysAgo() != day) {
          day = act.daysAgo();
          moveBack(clock, day);
        }
        act.work().run();
      }
    } finally {
      moveBack(clock, 0);
      line.destroy();
    }
  }

  private Connection connect() {
    try {
      return owner.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Moves the clock back by so many days from the present.
  void moveBack(int days) {
    moveBack(JdbcClient.create(owner), days);
  }

  private static void moveBack(JdbcClient clock, int days) {
    clock.sql(SHIFT).param(-days).param(-days).update();
  }
}

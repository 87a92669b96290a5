package svoi.desk.offers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.desk.Task;
import svoi.exchange.offers.Equality;
import svoi.exchange.offers.Fears;
import svoi.exchange.offers.Instruments;
import svoi.staff.Member;
import svoi.staff.Right;

/// What of those who may be offered waits for a member; no names, so that the list of tasks shows
/// nobody's file.
final class OfferTasks implements Task.Source {
  /// A step that is due within a week.
  private static final int SOON = 7;

  private final Instruments instruments;
  private final Fears fears;
  private final Equality equality;
  private final Clock clock;

  OfferTasks(Instruments instruments, Fears fears, Equality equality, Clock clock) {
    this.instruments = instruments;
    this.fears = fears;
    this.equality = equality;
    this.clock = clock;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    if (member.may(Right.EDIT_OFFERS)) {
      steps(member, tasks);
    }
    if (member.may(Right.ASK_ABOUT_FEAR)) {
      talks(member, tasks);
    }
    if (member.may(Right.READ_AUDIT) && member.may(Right.READ_OFFERS) && equality.alerts(member)) {
      add(tasks, "desk.offers.task.unequal", 1, "/desk/offers/equality", Optional.empty(), true);
    }
    return tasks;
  }

  private void steps(Member member, List<Task> tasks) {
    LocalDate today = LocalDate.now(clock);
    List<LocalDate> due =
        instruments.waiting(member).stream().map(Instruments.Waiting::due).sorted().toList();
    List<LocalDate> late = due.stream().filter(day -> day.isBefore(today)).toList();
    List<LocalDate> soon =
        due.stream()
            .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(SOON)))
            .toList();
    String list = "/desk/offers/instruments";
    add(tasks, "desk.offers.task.late", late.size(), list, late.stream().findFirst(), true);
    add(tasks, "desk.offers.task.soon", soon.size(), list, soon.stream().findFirst(), false);
  }

  private void talks(Member member, List<Task> tasks) {
    List<Fears.Asked> queue = fears.queue(member);
    int never = (int) queue.stream().filter(Fears.Asked::never).count();
    String list = "/desk/offers/fear";
    add(tasks, "desk.offers.task.ask", never, list, Optional.empty(), false);
    add(tasks, "desk.offers.task.counsel", queue.size() - never, list, Optional.empty(), false);
  }

  private static void add(
      List<Task> tasks, String key, int n, String href, Optional<LocalDate> due, boolean urgent) {
    if (n > 0) {
      tasks.add(new Task(key, List.of("n", n), href, due, urgent));
    }
  }
}

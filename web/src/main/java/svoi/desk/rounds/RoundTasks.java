package svoi.desk.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.desk.Task;
import svoi.exchange.RoundQueue;
import svoi.staff.Member;
import svoi.staff.Right;

/// What of rounds waits for a member; it names numbers of rounds and nobody in them.
final class RoundTasks implements Task.Source {
  /// From here on a day that comes is urgent.
  private static final int DAYS = 3;

  private final RoundQueue queue;
  private final Clock clock;

  RoundTasks(RoundQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    if (member.may(Right.MANAGE_ROUNDS)) {
      queue.dropped().forEach(w -> tasks.add(of(w, "desk.rounds.task.dropped", "", true)));
      notReady(tasks);
    }
    if (member.may(Right.SIGN_LISTS)) {
      queue.signatures(member.agency()).forEach(signature -> tasks.add(of(signature)));
    }
    if (member.may(Right.READ_AUDIT) && member.may(Right.READ_ROUNDS)) {
      queue.despite().forEach(w -> tasks.add(of(w, "desk.rounds.task.despite", "/outcomes", true)));
    }
    return tasks;
  }

  private void notReady(List<Task> tasks) {
    LocalDate soon = LocalDate.now(clock).plusDays(DAYS);
    for (RoundQueue.Waiting waiting : queue.notReady()) {
      LocalDate on = waiting.on();
      boolean urgent = on != null && !on.isAfter(soon);
      tasks.add(of(waiting, "desk.rounds.task.not-ready", "/slots?open=yes", urgent));
    }
  }

  private static Task of(RoundQueue.Waiting waiting, String key, String page, boolean urgent) {
    return new Task(
        key,
        List.of("round", waiting.number(), "n", waiting.n()),
        RoundDesk.path(waiting.round()) + page,
        Optional.ofNullable(waiting.on()),
        urgent);
  }

  private static Task of(RoundQueue.Signature signature) {
    String page =
        switch (signature.what()) {
          case "list" -> "/lists/" + signature.detail();
          case "correction" -> "/outcomes";
          default -> "";
        };
    return new Task(
        "desk.rounds.task.sign." + signature.what(),
        List.of("round", signature.number(), "n", signature.detail()),
        RoundDesk.path(signature.round()) + page,
        Optional.empty(),
        false);
  }
}

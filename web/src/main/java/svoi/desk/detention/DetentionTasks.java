package svoi.desk.detention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.cases.BreakGlass;
import svoi.desk.Task;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.web.Formats;

/// What the monitor is told of: each opening without need to know, and many of one account.
final class DetentionTasks implements Task.Source {
  private final BreakGlass glass;
  private final Openers openers;

  DetentionTasks(BreakGlass glass, Openers openers) {
    this.glass = glass;
    this.openers = openers;
  }

  @Override
  public List<Task> tasks(Member member) {
    return member.may(Right.READ_AUDIT)
        ? Stream.concat(alarms(member), openings(member)).toList()
        : List.of();
  }

  private Stream<Task> alarms(Member member) {
    return glass.alarms(member).stream()
        .map(
            alarm ->
                new Task(
                    "desk.detention.task.alarm",
                    List.of("who", name(alarm.openedBy()), "n", alarm.withinHour()),
                    "/desk/audit?action=cases.break-glass&member=" + alarm.openedBy(),
                    Optional.of(Formats.dayOf(alarm.last())),
                    true));
  }

  private Stream<Task> openings(Member member) {
    return glass.unseen(member).stream()
        .map(
            opening ->
                new Task(
                    opening.reason().isPresent()
                        ? "desk.detention.task.opened"
                        : "desk.detention.task.opened-erased",
                    List.of(
                        "who",
                        openers.name(opening.openedBy()),
                        "reason",
                        opening.reason().orElse("")),
                    OpeningsController.path(opening.id()),
                    Optional.of(Formats.dayOf(opening.at())),
                    true));
  }

  private String name(String actor) {
    return openers.name(UUID.fromString(actor));
  }
}

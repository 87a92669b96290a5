package svoi.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.Task;
import svoi.intake.DeskKeys;
import svoi.staff.Member;
import svoi.staff.Right;

/// What of the keys waits for an intake officer. Of messages nothing is said before unlocking.
final class IntakeTasks implements Task.Source {
  private final DeskKeys keys;

  IntakeTasks(DeskKeys keys) {
    this.keys = keys;
  }

  @Override
  public List<Task> tasks(Member member) {
    if (!member.may(Right.ANSWER_SOURCES)) {
      return List.of();
    }
    UUID me = member.id().value();
    List<Task> tasks = new ArrayList<>();
    for (DeskKeys.Desk desk : keys.desks()) {
      if (desk.members().contains(me) || desk.officers().contains(me)) {
        if (desk.proposed().stream().anyMatch(p -> !p.by().equals(me) && !p.member().equals(me))) {
          tasks.add(task("desk.intake.task.grant", desk));
        }
        if (!desk.keys().getFirst().certified()) {
          tasks.add(task("desk.intake.task.certify", desk));
        }
      }
    }
    return tasks;
  }

  private static Task task(String key, DeskKeys.Desk desk) {
    return new Task(
        key, List.of("desk", desk.code()), "/desk/intake/keys", Optional.empty(), false);
  }
}

package svoi.desk.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.desk.Task;
import svoi.exchange.needs.FamiliesToTell;
import svoi.exchange.needs.NeedLists;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.web.Formats;

/// What of the awaited waits for a member; no names, so that the list of tasks shows nobody's file.
final class NeedTasks implements Task.Source {
  private final FamiliesToTell families;
  private final NeedLists lists;
  private final NeedMergesController merges;

  NeedTasks(FamiliesToTell families, NeedLists lists, NeedMergesController merges) {
    this.families = families;
    this.lists = lists;
    this.merges = merges;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    if (member.may(Right.CONTACT_FAMILIES)) {
      families(member, tasks);
    }
    if (member.may(Right.EDIT_NEEDS) || member.may(Right.EDIT_RETURN_TRACK)) {
      int waiting = merges.waitingFor(member);
      if (waiting > 0) {
        tasks.add(
            new Task(
                "desk.needs.task.merges",
                List.of("n", waiting),
                "/desk/needs/merges",
                Optional.empty(),
                false));
      }
    }
    if (member.may(Right.SIGN_LISTS)) {
      lists.draft(member).ifPresent(draft -> sign(draft, member, tasks));
    }
    return tasks;
  }

  private static void sign(NeedLists.Version draft, Member member, List<Task> tasks) {
    if (draft.isSigned()) {
      tasks.add(list("desk.needs.task.send", draft));
    } else if (!draft.signed().isEmpty() && !draft.signed().contains(member.agency())) {
      tasks.add(list("desk.needs.task.sign", draft));
    }
  }

  private static Task list(String key, NeedLists.Version draft) {
    return new Task(
        key,
        List.of("n", Integer.toString(draft.n())),
        NeedVersionView.path(draft),
        Optional.empty(),
        false);
  }

  /// Relatives come first: urgent from the moment of the outcome.
  private void families(Member member, List<Task> tasks) {
    List<FamiliesToTell.Family> waiting =
        families.all(member, RelativesFirstController.MOST_FAMILIES);
    if (!waiting.isEmpty()) {
      tasks.add(
          new Task(
              "desk.needs.task.families",
              List.of("n", waiting.size()),
              "/desk/families",
              Optional.of(Formats.dayOf(waiting.getFirst().since())),
              true));
    }
  }
}

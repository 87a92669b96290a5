package svoi.desk.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.desk.Task;
import svoi.exchange.needs.NameGate;
import svoi.exchange.needs.NeedLists;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.web.Formats;

/// What of the awaited waits for a member; no names, so that the list of tasks shows nobody's file.
final class NeedTasks implements Task.Source {
  private final NameGate gate;
  private final NeedLists lists;
  private final NeedMergesController merges;

  NeedTasks(NameGate gate, NeedLists lists, NeedMergesController merges) {
    this.gate = gate;
    this.lists = lists;
    this.merges = merges;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    if (member.may(Right.CONTACT_FAMILIES)) {
      calls(member, tasks);
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

  /// Relatives come first: urgent from the moment somebody is home.
  private void calls(Member member, List<Task> tasks) {
    List<NameGate.ToCall> calls = gate.queue(member, RelativesFirstController.MOST_CALLS);
    if (!calls.isEmpty()) {
      tasks.add(
          new Task(
              "desk.needs.task.calls",
              List.of("n", calls.size()),
              "/desk/families",
              Optional.of(Formats.dayOf(calls.getFirst().since())),
              true));
    }
  }
}

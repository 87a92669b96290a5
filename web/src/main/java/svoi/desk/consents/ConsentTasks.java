package svoi.desk.consents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.consent.ConsentStates;
import svoi.consent.SessionRequests;
import svoi.consent.SignedSheets;
import svoi.consent.Withdrawals;
import svoi.desk.Task;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.web.Formats;

/// What of consents waits for a member; no names, so that the list of tasks shows nobody's file.
final class ConsentTasks implements Task.Source {
  private static final String QUEUE = "/desk/consents";

  private final ConsentStates states;
  private final SessionRequests requests;
  private final Withdrawals withdrawals;
  private final SignedSheets sheets;
  private final Clock clock;

  ConsentTasks(
      ConsentStates states,
      SessionRequests requests,
      Withdrawals withdrawals,
      SignedSheets sheets,
      Clock clock) {
    this.states = states;
    this.requests = requests;
    this.withdrawals = withdrawals;
    this.sheets = sheets;
    this.clock = clock;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    withdrawn(member, tasks);
    if (member.may(Right.VERIFY_CONSENTS)) {
      toVerify(member, tasks);
    }
    if (member.may(Right.LEAD_SESSIONS)) {
      count(tasks, "desk.consents.task.asked", requests.open(member).size(), false);
    }
    if (member.may(Right.READ_CASES)) {
      ending(member, tasks);
    }
    if (member.may(Right.READ_AUDIT)) {
      alarms(member, tasks);
    }
    return tasks;
  }

  private void withdrawn(Member member, List<Task> tasks) {
    if (!member.may(Right.WITHDRAW_CONSENTS)) {
      return;
    }
    var unseen = withdrawals.unseen(member);
    if (!unseen.isEmpty()) {
      tasks.add(
          new Task(
              "desk.consents.task.withdrawn",
              List.of("n", unseen.size()),
              "/desk/withdrawals/" + unseen.getFirst().id(),
              Optional.of(Formats.dayOf(unseen.getFirst().at())),
              true));
    }
  }

  private void toVerify(Member member, List<Task> tasks) {
    int due =
        (int)
            states.waiting(member).stream().filter(w -> !w.due().isAfter(clock.instant())).count();
    count(tasks, "desk.consents.task.verify", due, false);
  }

  private void ending(Member member, List<Task> tasks) {
    List<ConsentStates.Ending> ending = states.ending(member);
    for (int step : new int[] {3, 14, 30}) {
      List<ConsentStates.Ending> here = ending.stream().filter(e -> e.step() == step).toList();
      if (!here.isEmpty()) {
        tasks.add(
            new Task(
                "desk.consents.task.ending",
                List.of("n", here.size(), "days", step),
                QUEUE,
                Optional.of(here.getFirst().validUntil()),
                step == 3));
      }
    }
  }

  private void alarms(Member member, List<Task> tasks) {
    sheets.alerts().stream()
        .limit(10)
        .map(
            person ->
                new Task(
                    "desk.consents.task.damaged",
                    List.of(),
                    ConsentsController.path(person.value()),
                    Optional.empty(),
                    true))
        .forEach(tasks::add);
    withdrawals.alarms(member).stream()
        .map(
            alarm ->
                new Task(
                    "desk.consents.task.alarm",
                    List.of("n", alarm.withinHour()),
                    "/desk/audit?member=" + alarm.enteredBy(),
                    Optional.of(Formats.dayOf(alarm.last())),
                    true))
        .forEach(tasks::add);
  }

  private static void count(List<Task> tasks, String key, int n, boolean urgent) {
    if (n > 0) {
      tasks.add(new Task(key, List.of("n", n), QUEUE, Optional.empty(), urgent));
    }
  }
}

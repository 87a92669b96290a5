package svoi.desk.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import svoi.desk.Task;
import svoi.exchange.answers.AnswerLists;
import svoi.exchange.answers.Answers;
import svoi.exchange.answers.Requests;
import svoi.staff.Member;
import svoi.staff.Right;

/// What of requests and answers waits for a member; it names nobody.
final class AnswerTasks implements Task.Source {
  private final Answers answers;
  private final AnswerLists lists;
  private final Requests requests;

  AnswerTasks(Answers answers, AnswerLists lists, Requests requests) {
    this.answers = answers;
    this.lists = lists;
    this.requests = requests;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Task> tasks = new ArrayList<>();
    if (!member.may(Right.RECORD_ANSWERS)) {
      return tasks;
    }
    answers
        .due(member)
        .ifPresent(
            due ->
                tasks.add(
                    new Task(
                        "desk.answers.task.due",
                        List.of("n", due.count()),
                        "/desk/answers?show=open",
                        Optional.of(due.first()),
                        false)));
    add(tasks, "desk.answers.task.unasked", answers.unasked(member).size(), "/desk/answers");
    add(tasks, "desk.answers.task.lists", lists.open(member).size(), "/desk/answers/lists");
    int waiting =
        (int)
            requests.list("", member).stream()
                .filter(line -> line.open() > 0 || line.rows() == 0)
                .count();
    add(tasks, "desk.answers.task.requests", waiting, "/desk/requests");
    return tasks;
  }

  private static void add(List<Task> tasks, String key, int n, String href) {
    if (n > 0) {
      tasks.add(new Task(key, List.of("n", n), href, Optional.empty(), false));
    }
  }
}

package svoi.desk.profiles;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.desk.Task;
import svoi.register.Drafts;
import svoi.register.Reviews;
import svoi.staff.Member;
import svoi.staff.Right;

/// What waits for reviewers, and what came back to authors.
final class ProfileTasks implements Task.Source {
  private static final int MOST = 50;

  private final Drafts drafts;
  private final Reviews reviews;
  private final Subjects subjects;

  ProfileTasks(Drafts drafts, Reviews reviews, Subjects subjects) {
    this.drafts = drafts;
    this.reviews = reviews;
    this.subjects = subjects;
  }

  @Override
  public List<Task> tasks(Member member) {
    List<Named> named = Stream.concat(back(member), waiting(member)).limit(MOST).toList();
    if (!named.isEmpty()) {
      subjects.listed(member, named.stream().map(Named::person), "desk.tasks");
    }
    return named.stream().map(Named::task).toList();
  }

  private Stream<Named> back(Member member) {
    return member.may(Right.WRITE_PROFILES)
        ? drafts.underway(member).stream()
            .filter(Drafts.Underway::sentBack)
            .map(
                mine ->
                    new Named(
                        "desk.profiles.task.back", mine.name(), mine.person().value(), "profile"))
        : Stream.empty();
  }

  private Stream<Named> waiting(Member member) {
    return member.may(Right.REVIEW_PROFILES)
        ? reviews.queue(member).stream()
            .filter(waiting -> !waiting.own() && !waiting.changed())
            .map(
                waiting ->
                    new Named(
                        "desk.profiles.task.review",
                        waiting.name(),
                        waiting.person().value(),
                        "review"))
        : Stream.empty();
  }

  private record Named(String key, String name, UUID person, String page) {
    Task task() {
      String href = "/desk/persons/" + person + "/" + page;
      return new Task(key, List.of("name", name), href, Optional.empty(), false);
    }
  }
}

package svoi.desk.profiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.register.Access;
import svoi.register.Check;
import svoi.register.ContentHash;
import svoi.register.Drafts;
import svoi.register.Reviewed;
import svoi.register.Reviews;
import svoi.register.TextCheck;
import svoi.register.Waiting;
import svoi.staff.Right;

/// What waits for my agency, and saying yes or no to exactly what was shown.
@Controller
final class ReviewController {
  private static final String ADDRESS = "/desk/persons/{id}/review";
  private static final int LONGEST_COMMENT = 4_000;

  private final DeskPages pages;
  private final Subjects subjects;
  private final Reviews reviews;
  private final ReviewViews views;
  private final Drafts drafts;

  ReviewController(
      DeskPages pages, Subjects subjects, Reviews reviews, ReviewViews views, Drafts drafts) {
    this.pages = pages;
    this.subjects = subjects;
    this.reviews = reviews;
    this.views = views;
    this.drafts = drafts;
  }

  /// The queue of a reviewer's agency, and what an author's agency has on its way.
  @Needs({Right.REVIEW_PROFILES, Right.WRITE_PROFILES})
  @GetMapping("/desk/reviews")
  ResponseEntity<byte[]> queue(HttpServletRequest request, Officer officer) {
    boolean reviewer = officer.may(Right.REVIEW_PROFILES);
    boolean author = officer.may(Right.WRITE_PROFILES);
    List<Waiting> waiting = reviewer ? reviews.queue(officer.member()) : List.of();
    List<Drafts.Underway> mine = author ? drafts.underway(officer.member()) : List.of();
    subjects.listed(
        officer.member(),
        Stream.concat(
            waiting.stream().map(w -> w.person().value()),
            mine.stream().map(m -> m.person().value())),
        "desk.reviews");
    return pages.show(
        request,
        officer,
        "desk/profiles/queue",
        "desk.profiles.reviews",
        frame -> new QueueView(frame, waiting, mine, reviewer, author));
  }

  @Needs({Right.REVIEW_PROFILES, Right.WRITE_PROFILES, Right.HOLD_PUBLICATION})
  @GetMapping(ADDRESS)
  ResponseEntity<byte[]> review(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, subject(officer, id), Typed.empty());
  }

  @Needs(value = Right.REVIEW_PROFILES, stepUp = true)
  @PostMapping(ADDRESS + "/approve")
  ResponseEntity<byte[]> approve(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    Typed typed = Typed.of(request);
    Set<Check> checked = EnumSet.noneOf(Check.class);
    Stream.of(Check.values())
        .filter(check -> typed.ticked("check-" + check.code()))
        .forEach(checked::add);
    Reviewed outcome = reviews.approve(subject.person(), seen(typed), checked, officer.member());
    return answer(request, officer, subject, typed, outcome, "profiles.approved");
  }

  @Needs(Right.REVIEW_PROFILES)
  @PostMapping(ADDRESS + "/return")
  ResponseEntity<byte[]> sendBack(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    Typed typed = Typed.of(request);
    String comment = comment(typed);
    if (!typed.ok()) {
      return show(request, officer, 422, subject, typed);
    }
    Reviewed outcome = reviews.sendBack(subject.person(), seen(typed), comment, officer.member());
    return answer(request, officer, subject, typed, outcome, "profiles.sent-back");
  }

  @Needs({Right.REVIEW_PROFILES, Right.WRITE_PROFILES, Right.HOLD_PUBLICATION})
  @PostMapping(ADDRESS + "/comment")
  ResponseEntity<byte[]> comment(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    Typed typed = Typed.of(request);
    String comment = comment(typed);
    if (!typed.ok()) {
      return show(request, officer, 422, subject, typed);
    }
    reviews.comment(subject.person(), comment, officer.member());
    return DeskPages.see(subject.to("/review"), "profiles.commented");
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      Officer officer,
      Subject subject,
      Typed typed,
      Reviewed outcome,
      String done) {
    return switch (outcome) {
      case Reviewed.Noted noted ->
          DeskPages.see(subject.to("/review"), noted.visible() ? "profiles.public" : done);
      case Reviewed.Refused refused -> {
        String code = refused.codes().getFirst();
        typed.wrong("", code, "desk.rule." + code, new Object[0]);
        int status = code.equals("review.check_missing") ? 422 : 409;
        yield show(request, officer, status, subject, typed);
      }
    };
  }

  private static String comment(Typed typed) {
    String comment = TextCheck.tidy(typed.raw("comment"));
    if (comment.isEmpty() || comment.length() > LONGEST_COMMENT) {
      typed.wrong("comment", "desk.rule.comment-says-something");
    }
    return comment;
  }

  /// What the form was made from; nonsense is no content that there ever was.
  private static ContentHash seen(Typed typed) {
    String hex = typed.text("seen");
    return new ContentHash(
        hex.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(hex) : new byte[32]);
  }

  private Subject subject(Officer officer, UUID id) {
    return subjects.reached(officer, id, Access.FILE, "desk.review");
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Subject subject, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/profiles/review",
        "desk.profiles.review",
        frame -> views.view(frame, officer, subject, typed));
  }
}

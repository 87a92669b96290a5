package svoi.desk.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.audit.AuditSink;
import svoi.cases.Card;
import svoi.cases.Cards;
import svoi.cases.Persons;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.register.Access;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Finding files by name or case number, and the list of those entered last.
@Controller
final class PersonListController {
  private static final int PAGE = 50;
  private static final int HITS = 20;

  private final DeskPages pages;
  private final Cards cards;
  private final Persons persons;
  private final Reached reach;
  private final AuditSink audit;

  PersonListController(DeskPages pages, CaseLists lists, Reached reach, AuditSink audit) {
    this.pages = pages;
    this.cards = lists.cards();
    this.persons = lists.persons();
    this.reach = reach;
    this.audit = audit;
  }

  @Needs(Right.READ_CASES)
  @GetMapping("/desk/persons")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    Typed asked = Typed.of(request);
    String query = asked.text("q");
    return query.isEmpty() ? entered(request, officer, asked) : found(request, officer, query);
  }

  private ResponseEntity<byte[]> found(HttpServletRequest request, Officer officer, String query) {
    Predicate<Persons.Known> reached = reach.files(officer.member());
    Answer<Persons.Known> answer = persons.search(query, reached, HITS);
    List<Card> matches = cards.of(ids(answer.matches()));
    List<Card> similar = cards.of(ids(answer.similar()));
    if (query.contains("/")) {
      matches = union(withCaseNumber(query, officer), matches);
    }
    return list(request, officer, query, matches, similar, "", Cards.State.ANY);
  }

  private List<Card> withCaseNumber(String number, Officer officer) {
    return cards.of(cards.withCaseNumber(number)).stream()
        .filter(card -> reach.of(officer.member(), card.id()).reaches(Access.FILE))
        .toList();
  }

  private static List<Card> union(List<Card> first, List<Card> then) {
    List<Card> all = new ArrayList<>(first);
    then.stream().filter(card -> !all.contains(card)).forEach(all::add);
    return all;
  }

  private static List<UUID> ids(List<Hit<Persons.Known>> hits) {
    return hits.stream().map(hit -> hit.key().id()).toList();
  }

  private ResponseEntity<byte[]> entered(HttpServletRequest request, Officer officer, Typed asked) {
    Cards.State state = Cards.State.of(asked.text("state")).orElse(Cards.State.ANY);
    boolean all = everywhere(officer);
    String agency = all ? asked.text("agency") : officer.member().agency();
    List<Card> found =
        cards.entered(
            agency.isEmpty() ? null : agency, state, asked.id("after").orElse(null), PAGE + 1);
    return list(request, officer, "", found, List.of(), agency, state);
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request,
      Officer officer,
      String query,
      List<Card> found,
      List<Card> similar,
      String agency,
      Cards.State state) {
    boolean more = query.isEmpty() && found.size() > PAGE;
    List<Card> page = more ? found.subList(0, PAGE) : found;
    List<UUID> seen =
        union(page, similar).stream().map(card -> card.id().value()).distinct().toList();
    audit.append(
        officer.member().actor(), query.isEmpty() ? "desk.persons" : "desk.search", seen, "");
    Optional<String> next =
        more
            ? Optional.of(
                "/desk/persons?agency=%s&state=%s&after=%s"
                    .formatted(agency, state.code(), page.getLast().id().value()))
            : Optional.empty();
    return pages.show(
        request,
        officer,
        "desk/cases/list",
        "desk.cases.list.title",
        frame ->
            new PersonListView(
                frame,
                query,
                page,
                similar,
                agency,
                state.code(),
                everywhere(officer),
                officer.may(Right.EDIT_CASES),
                next));
  }

  private static boolean everywhere(Officer officer) {
    return officer.member().is(StaffRole.MONITOR)
        || officer.member().is(StaffRole.VERIFIER)
        || officer.member().is(StaffRole.INTERVIEWER);
  }
}

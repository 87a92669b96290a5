package svoi.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// The author's side of a profile: writing it, saying why marked words may stay, handing it in.
///
/// Every method asks for the right to write and for the file of the author's own agency.
public final class Drafts {
  private final Database database;
  private final DraftRepository drafts;
  private final Reach reach;
  private final AuditSink audit;

  public Drafts(Database database, AuditSink audit) {
    this.database = database;
    this.drafts = new DraftRepository(database.jdbc());
    this.reach = new Reach(database.jdbc());
    this.audit = audit;
  }

  /// What is kept now; empty if the person has no proceeding to tell of.
  public Optional<Manuscript> find(PersonId person) {
    return drafts.find(person);
  }

  /// Keeps the texts as they are typed, without invisible characters; an empty one is taken out.
  /// Whoever approved the earlier content has to approve again.
  ///
  /// @param version the one that the form was made from
  /// @throws org.springframework.dao.DataIntegrityViolationException if a text is shorter than 40
  ///     or longer than 6,000 characters
  public Saved save(PersonId person, int version, Map<Language, String> texts, Member by) {
    needs(person, by);
    return database.inTransaction(
        () -> {
          Manuscript mine = open(person, by);
          ProfileId id = mine.id().orElseThrow();
          if (mine.version() != version || !drafts.advance(id, version)) {
            return new Saved.Stale(mine);
          }
          for (Language language : Language.values()) {
            String text = TextCheck.tidy(texts.getOrDefault(language, ""));
            drafts.setText(id, person, language, text);
          }
          drafts.addWriter(id, person, by);
          audit.append(by.actor(), "register.write", Set.of(person.value()), "");
          return new Saved.Kept(drafts.find(person).orElseThrow());
        });
  }

  /// Makes the profile that texts, pictures and videos belong to, if there is none.
  ///
  /// @throws IllegalArgumentException if the person has no proceeding
  public Manuscript open(PersonId person, Member by) {
    needs(person, by);
    Manuscript known =
        drafts
            .find(person)
            .orElseThrow(() -> new IllegalArgumentException("no proceeding of " + person));
    if (known.id().isPresent()) {
      return known;
    }
    drafts.add(person, known.proceeding(), by);
    return drafts.find(person).orElseThrow();
  }

  /// Shows this picture or video in the profile, or none.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if it is another person's
  public void show(PersonId person, Optional<UUID> photo, Optional<UUID> video, Member by) {
    Manuscript mine = open(person, by);
    drafts.setMedia(mine.id().orElseThrow(), photo, video);
    drafts.addWriter(mine.id().orElseThrow(), person, by);
    audit.append(by.actor(), "register.show-media", Set.of(person.value()), "");
  }

  /// Tells of another proceeding of the same person.
  public void tellOf(PersonId person, UUID proceeding, Member by) {
    Manuscript mine = open(person, by);
    drafts.setProceeding(mine.id().orElseThrow(), proceeding);
    drafts.addWriter(mine.id().orElseThrow(), person, by);
    audit.append(by.actor(), "register.tell-of", Set.of(person.value()), "");
  }

  /// Not public before `moment`, whoever has approved; empty: as soon as all conditions hold.
  public void schedule(PersonId person, Optional<Instant> moment, Member by) {
    Manuscript mine = open(person, by);
    drafts.setNotBefore(mine.id().orElseThrow(), moment);
    audit.append(
        by.actor(),
        "register.schedule",
        Set.of(person.value()),
        moment.map(Instant::toString).orElse(""));
  }

  /// All marks in these texts, those with a reason too.
  public List<PlotMark> marks(PersonId person, Map<Language, String> texts) {
    Map<DraftRepository.Passage, String> reasons = drafts.reasons(person);
    List<PlotMark> marks = new ArrayList<>();
    Stream.of(Language.values())
        .forEach(
            language ->
                TextCheck.marks(texts.getOrDefault(language, "")).stream()
                    .map(mark -> mark(language, mark, reasons))
                    .forEach(marks::add));
    return marks;
  }

  /// Notes why marked words may stay. It holds until the sentence around them changes.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if the rule allows no reason
  ///     or the reason is shorter than 10 characters
  public void clear(
      PersonId person, Language language, TextCheck.Mark mark, String reason, Member by) {
    needs(person, by);
    ProfileId id = drafts.find(person).flatMap(Manuscript::id).orElseThrow();
    drafts.addReason(id, person, language, mark, TextCheck.tidy(reason), by);
    audit.append(by.actor(), "register.clear-mark", Set.of(person.value()), mark.code());
  }

  /// Hands the kept content in for review by both agencies.
  public HandedIn handIn(PersonId person, Member by) {
    needs(person, by);
    return database.inTransaction(
        () -> {
          Manuscript mine = open(person, by);
          List<PlotMark> open =
              marks(person, mine.texts()).stream().filter(PlotMark::open).toList();
          if (!open.isEmpty()) {
            return new HandedIn.Marked(open);
          }
          Standing standing = drafts.standing(mine.id().orElseThrow());
          List<String> codes = new ArrayList<>(Obstacles.refusingHandIn(standing.obstacles()));
          mine.video().filter(v -> !drafts.hasAllCaptions(v)).ifPresent(v -> codes.add(CAPTIONS));
          if (!codes.isEmpty()) {
            return new HandedIn.Refused(codes);
          }
          drafts.addSubmission(mine.id().orElseThrow(), person, standing.content(), by);
          audit.append(
              by.actor(),
              "register.hand-in",
              Set.of(person.value()),
              standing.content().toString());
          return new HandedIn.Accepted(standing.content());
        });
  }

  /// A profile of the author's agency on its way.
  ///
  /// @param name in Ukrainian, family name first
  /// @param sentBack whether a reviewer gave it back; else it waits for reviewers
  public record Underway(
      PersonId person, String name, boolean sentBack, Instant since, List<String> approvedBy) {
    public Underway {
      approvedBy = List.copyOf(approvedBy);
    }
  }

  /// What authors of the member's agency handed in and is not through, sent back first.
  public List<Underway> underway(Member by) {
    by.needs(Right.WRITE_PROFILES);
    return drafts.underway(by.agency());
  }

  /// A proceeding that a profile can tell of.
  public record Proceeding(UUID id, String caseNumber) {}

  /// All proceedings of a person.
  public List<Proceeding> proceedings(PersonId person) {
    return drafts.proceedings(person);
  }

  private static final String CAPTIONS = "media.captions_missing";

  private static PlotMark mark(
      Language language, TextCheck.Mark mark, Map<DraftRepository.Passage, String> reasons) {
    String reason =
        reasons.get(new DraftRepository.Passage(language.code(), mark.code(), mark.passage()));
    return new PlotMark(
        language, mark, mark.clearable() ? Optional.ofNullable(reason) : Optional.empty());
  }

  private void needs(PersonId person, Member by) {
    by.needs(Right.WRITE_PROFILES);
    if (!reach.of(by, person).reaches(Access.EDIT)) {
      throw new Forbidden("reach.person");
    }
  }
}

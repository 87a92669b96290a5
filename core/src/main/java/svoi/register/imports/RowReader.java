package svoi.register.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import svoi.cases.CaseFile;
import svoi.cases.Person;
import svoi.consent.Scope;
import svoi.consent.Session;
import svoi.consent.Verification;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.reference.Article;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.register.TextCheck;
import svoi.staff.Member;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Turns cells into a typed row, or into everything that is wrong with them.
final class RowReader {
  private static final Set<String> VERIFYING = Set.of("ombudsman", "legal-aid");

  /// `111/2 2022-04-01..2022-05-10`, or one day; the part is left out where the article has none.
  private static final Pattern COUNT =
      Pattern.compile(
          "(\\d{3}(?:-\\d{1,2})?)(?:/(\\d{1,2}))?\\s+(\\d{4}-\\d\\d-\\d\\d)(?:\\.\\.(\\d{4}-\\d\\d-\\d\\d))?");

  private static final Pattern SENTENCE = Pattern.compile("(\\d{1,2})y(?:\\s?(\\d{1,2})m)?");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}");

  /// The words read at a consent meeting of which an import gives evidence.
  private static final String TEXT_VERSION = "2026-1";

  private final Reference reference;

  RowReader(Reference reference) {
    this.reference = reference;
  }

  /// @param row empty if anything is wrong
  record Result(Optional<ImportRow> row, List<Finding> findings) {}

  Result read(Table.Line line) {
    Cells cells = new Cells(line);
    ImportRow row = row(line.number(), cells);
    return cells.findings().isEmpty()
        ? new Result(Optional.of(row), List.of())
        : new Result(Optional.empty(), List.copyOf(cells.findings()));
  }

  private ImportRow row(int line, Cells cells) {
    Set<Scope> scopes = scopes(cells);
    boolean publish = cells.yes(Column.PUBLISH);
    if (publish && !scopes.contains(Scope.TEXT)) {
      cells.report("r8-no-consent-to-publication", Column.CONSENT_SCOPES);
    }
    if (publish && !scopes.contains(Scope.EXCHANGE)) {
      cells.report("r8-no-consent-to-exchange", Column.CONSENT_SCOPES);
    }
    return new ImportRow(
        line,
        person(cells),
        file(cells),
        scopes,
        scopes.isEmpty() ? Optional.empty() : Optional.of(session(cells)),
        verification(cells),
        fileName(cells, Column.PHOTO),
        fileName(cells, Column.VIDEO)
            .map(
                base ->
                    new ImportRow.Video(base, cells.number(Column.VIDEO_SECONDS, 1, 4 * 60 * 60))),
        texts(cells),
        member(cells.oneOf(Column.AUTHOR_AGENCY, Set.of("hur", "sbu"), ""), "author"),
        cells.set(Column.APPROVED_BY).stream()
            .map(agency -> member(agency, "reviewer"))
            .collect(Collectors.toUnmodifiableSet()),
        publish);
  }

  private static Person person(Cells cells) {
    return new Person(
        cells.oneOf(Column.SEX, Set.of("f", "m"), ""),
        name(cells.text(Column.FAMILY_UK)),
        name(cells.text(Column.GIVEN_UK)),
        cells.optional(Column.PATRONYMIC_UK).map(RowReader::name).orElse(null),
        name(cells.text(Column.FAMILY_RU)),
        name(cells.text(Column.GIVEN_RU)),
        cells.optional(Column.PATRONYMIC_RU).map(RowReader::name).orElse(null),
        cells.date(Column.BORN_ON),
        cells.yes(Column.CITIZEN),
        cells.date(Column.CUSTODY_FROM),
        cells.dateOrNull(Column.CUSTODY_UNTIL),
        cells.yes(Column.PRISONER_OF_WAR),
        false,
        null,
        null);
  }

  /// One apostrophe for all: U+2019.
  private static String name(String text) {
    return text.replace('\'', '’').replace('ʼ', '’').replace('`', '’');
  }

  private CaseFile file(Cells cells) {
    LocalDate verdict = cells.date(Column.VERDICT_ON);
    LocalDate inForce = cells.dateOrNull(Column.IN_FORCE_ON);
    List<CaseFile.Event> events = new ArrayList<>();
    addEvent(events, "detained", cells.dateOrNull(Column.DETAINED_ON));
    addEvent(events, "verdict", verdict);
    addEvent(events, "appeal-upheld", cells.dateOrNull(Column.APPEAL_ON));
    addEvent(events, "in-force", inForce);
    return new CaseFile(
        region(cells),
        cells.text(Column.CASE_NUMBER),
        cells.yes(Column.CLOSED_SESSION),
        counts(cells),
        verdict(cells, verdict, inForce),
        events);
  }

  private static void addEvent(
      List<CaseFile.Event> events, String kind, @org.jspecify.annotations.Nullable LocalDate on) {
    if (on != null) {
      events.add(new CaseFile.Event(kind, on));
    }
  }

  private String region(Cells cells) {
    String named = cells.text(Column.REGION);
    Optional<Region> region =
        reference.regions().stream()
            .filter(r -> r.slug().equals(named) || r.iso().equals(named))
            .findFirst();
    if (region.isEmpty() && !named.isEmpty()) {
      cells.report("column-region", Column.REGION);
    }
    return region.map(Region::iso).orElse(named);
  }

  private List<CaseFile.Count> counts(Cells cells) {
    List<CaseFile.Count> counts = new ArrayList<>();
    for (String text : cells.text(Column.CHARGES).split(";", -1)) {
      Matcher match = COUNT.matcher(text.strip());
      LocalDate from = match.matches() ? Cells.parse(match.group(3)) : null;
      LocalDate to = from != null && match.group(4) != null ? Cells.parse(match.group(4)) : from;
      Optional<Article> article =
          to == null ? Optional.empty() : reference.articleOn(match.group(1), to);
      if (from == null || to == null || article.isEmpty()) {
        cells.report("column-charges", Column.CHARGES);
        return counts;
      }
      Integer part = match.group(2) == null ? null : Integer.valueOf(match.group(2));
      Article found = article.get();
      counts.add(
          new CaseFile.Count(found.number(), found.from(), found.hasParts(), part, from, to, null));
    }
    return counts;
  }

  private static CaseFile.Verdict verdict(
      Cells cells, LocalDate renderedOn, @org.jspecify.annotations.Nullable LocalDate inForceFrom) {
    String sentence = cells.text(Column.SENTENCE);
    boolean life = sentence.equals("life");
    Matcher match = SENTENCE.matcher(sentence);
    Integer years = null;
    int months = 0;
    if (match.matches()) {
      years = Integer.valueOf(match.group(1));
      months = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    } else if (!life) {
      cells.report("column-sentence", Column.SENTENCE);
    }
    return new CaseFile.Verdict(
        true,
        cells.yes(Column.IN_ABSENTIA),
        renderedOn,
        inForceFrom,
        years,
        months,
        life,
        cells.yes(Column.CONFISCATION));
  }

  private static Set<Scope> scopes(Cells cells) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : cells.set(Column.CONSENT_SCOPES)) {
      Scope.of(code)
          .ifPresentOrElse(scopes::add, () -> cells.report("column-scopes", Column.CONSENT_SCOPES));
    }
    return scopes;
  }

  private static Session session(Cells cells) {
    LocalDate on = cells.date(Column.CONSENT_ON);
    Instant signed = noon(on);
    return new Session(
        signed.minusSeconds(3600),
        signed.plusSeconds(3600),
        signed,
        cells.date(Column.CONSENT_UNTIL),
        "colony",
        cells.text(Column.CONSENT_COUNSEL),
        member("coordination-hq", "interviewer").id(),
        cells.set(Column.CONSENT_PRESENT),
        cells.oneOf(Column.CONSENT_LANGUAGE, Set.of("uk", "ru"), ""),
        true,
        TEXT_VERSION,
        evidence(cells));
  }

  private static byte[] evidence(Cells cells) {
    String hex = cells.text(Column.CONSENT_EVIDENCE);
    if (!hex.matches("[0-9a-f]{64}")) {
      cells.report("column-evidence", Column.CONSENT_EVIDENCE);
      return new byte[32];
    }
    return HexFormat.of().parseHex(hex);
  }

  private static Optional<Verification> verification(Cells cells) {
    LocalDate on = cells.dateOrNull(Column.VERIFIED_ON);
    if (on == null) {
      return Optional.empty();
    }
    String agency =
        cells.oneOf(
            Column.VERIFIED_BY,
            Set.of("ombudsman", "legal-aid", "hur", "sbu", "coordination-hq"),
            "");
    return Optional.of(new Verification(member(agency, "verifier").id(), agency, noon(on)));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(Kyiv.ZONE).toInstant();
  }

  private static Optional<String> fileName(Cells cells, Column column) {
    Optional<String> name = cells.optional(column);
    if (name.isPresent() && !FILE.matcher(name.get()).matches()) {
      cells.report("column-file-name", column);
    }
    return name;
  }

  private static Map<Language, String> texts(Cells cells) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    texts.put(Language.UK, checked(cells, Column.PLOT_UK));
    texts.put(Language.RU, checked(cells, Column.PLOT_RU));
    texts.put(Language.EN, checked(cells, Column.PLOT_EN));
    return texts;
  }

  private static String checked(Cells cells, Column column) {
    String text = cells.text(column).replace("\r\n", "\n");
    TextCheck.findings(text)
        .forEach(
            found ->
                cells.findings().add(new Finding(found.code(), column.label(), found.excerpt())));
    return text;
  }

  /// All members in whose names an import can act.
  static List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (String agency : List.of("hur", "sbu")) {
      members.add(member(agency, "author"));
      members.add(member(agency, "reviewer"));
    }
    for (String agency : List.of("ombudsman", "legal-aid", "hur", "sbu", "coordination-hq")) {
      members.add(member(agency, "verifier"));
    }
    members.add(member("coordination-hq", "interviewer"));
    return members;
  }

  /// The member in whose name an import acts for an agency; one per agency and role. Where a file
  /// names a verifying body that may not verify, the database refuses the act.
  static Member member(String agency, String role) {
    byte[] name = ("svoi-import:" + agency + ":" + role).getBytes(StandardCharsets.UTF_8);
    StaffRole held = StaffRole.of(role).orElseThrow();
    boolean possible = held != StaffRole.VERIFIER || VERIFYING.contains(agency);
    return new Member(
        new StaffId(UUID.nameUUIDFromBytes(name)),
        agency,
        Set.of(possible ? held : StaffRole.INTERVIEWER));
  }
}

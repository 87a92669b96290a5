package svoi.desk.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import svoi.cases.CaseFile;
import svoi.cases.Finding;
import svoi.cases.Person;
import svoi.cases.ProceedingEntry;
import svoi.cases.StoredFile;
import svoi.desk.NameFields;
import svoi.desk.Typed;
import svoi.reference.Article;
import svoi.reference.Reference;
import svoi.reference.Region;

/// The one form of a file: a person and proceedings `p0`, `p1` … with counts `p0.c0`, `p0.c1` …
///
/// Reading it is kind: dates as people write them, a region by any of its names, an article with
/// its part in one field. What is left empty and can be known is proposed ([NameFields]).
final class PersonForm {
  static final int MOST_PROCEEDINGS = 6;
  static final int MOST_COUNTS = 12;

  /// Rows of counts in an empty form: most verdicts name one or two.
  private static final int COUNTS = 2;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  /// 111-1, 111-1/7, 111-1 ч. 7.
  private static final Pattern ARTICLE =
      Pattern.compile("([0-9]{3}(?:-[0-9]{1,2})?)(?:\\D+([0-9]{1,2}))?");

  private final Reference reference;

  PersonForm(Reference reference) {
    this.reference = reference;
  }

  /// What was entered, as far as it could be read.
  record Entry(Person person, List<ProceedingEntry> proceedings) {}

  static FormShape shape(Typed typed) {
    int proceedings = Math.clamp(number(typed, "proceedings", 1), 1, MOST_PROCEEDINGS);
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < proceedings; i++) {
      counts.add(Math.clamp(number(typed, "p" + i + ".counts", COUNTS), 1, MOST_COUNTS));
    }
    return new FormShape(counts);
  }

  private static int number(Typed typed, String field, int otherwise) {
    String text = typed.text(field);
    return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : otherwise;
  }

  /// An empty form: a citizen, one proceeding.
  static Typed empty() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("id", UUID.randomUUID().toString());
    known.put("citizen", "yes");
    return Typed.filled(known);
  }

  /// Reads the form and notes what is wrong with it; empty if something could not be read.
  Optional<Entry> read(Typed typed) {
    Optional<Person> person = person(typed);
    List<ProceedingEntry> proceedings = new ArrayList<>();
    FormShape shape = shape(typed);
    for (int i = 0; i < shape.proceedings(); i++) {
      if (i == 0 || !isBlank(typed, "p" + i + ".")) {
        proceeding(typed, "p" + i + ".", shape.counts().get(i)).ifPresent(proceedings::add);
      }
    }
    if (!typed.ok() || person.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Entry(person.get(), proceedings));
  }

  private static boolean isBlank(Typed typed, String at) {
    return typed.fields().stream()
        .filter(field -> field.startsWith(at) && !field.endsWith("counts"))
        .allMatch(field -> typed.text(field).isEmpty());
  }

  private static Optional<Person> person(Typed typed) {
    String sex = typed.text("sex");
    if (!sex.matches("[fm]")) {
      typed.wrong("sex", "person.sex_required", "desk.cases.rule.person.sex_required", NONE);
    }
    for (String field : List.of("familyUk", "givenUk", "familyRu", "givenRu", "born")) {
      typed.needed(field);
    }
    Optional<LocalDate> born = typed.date("born");
    typed.needed("custodyFrom");
    Optional<LocalDate> custodyFrom = typed.date("custodyFrom");
    Optional<LocalDate> custodyUntil = typed.date("custodyUntil");
    if (born.isEmpty() || custodyFrom.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            sex,
            NameFields.name(typed, "familyUk"),
            NameFields.name(typed, "givenUk"),
            orNull(NameFields.name(typed, "patronymicUk")),
            NameFields.name(typed, "familyRu"),
            NameFields.name(typed, "givenRu"),
            orNull(NameFields.name(typed, "patronymicRu")),
            born.get(),
            typed.ticked("citizen"),
            custodyFrom.get(),
            custodyUntil.orElse(null),
            typed.ticked("prisonerOfWar"),
            typed.ticked("enemyServiceman"),
            null,
            null));
  }

  private static final Object[] NONE = {};

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Optional<ProceedingEntry> proceeding(Typed typed, String at, int rows) {
    String region = typed.needed(at + "region");
    String caseNumber = typed.needed(at + "caseNumber").replaceAll("\\s", "");
    typed.needed(at + "renderedOn");
    Optional<LocalDate> renderedOn = typed.date(at + "renderedOn");
    Optional<LocalDate> inForceFrom = typed.date(at + "inForceFrom");
    Optional<LocalDate> appealOn = typed.date(at + "appealOn");
    Optional<Integer> years = typed.whole(at + "years");
    int months = typed.whole(at + "months").orElse(0);
    boolean life = typed.ticked(at + "life");
    List<CaseFile.Count> counts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String row = at + "c" + i + ".";
      if (i == 0 || !isBlank(typed, row)) {
        count(typed, row).ifPresent(counts::add);
      }
    }
    if (renderedOn.isEmpty()) {
      return Optional.empty();
    }
    Integer whole = life ? null : years.orElse(months > 0 ? 0 : null);
    return Optional.of(
        new ProceedingEntry(
            typed.id(at + "id").orElse(null),
            orNull(digits(typed.text(at + "registerId"))),
            orNull(digits(typed.text(at + "pretrialNumber"))),
            appealOn.orElse(null),
            new CaseFile(
                iso(region),
                caseNumber.toLowerCase(Locale.ROOT),
                typed.ticked(at + "closedSession"),
                counts,
                new CaseFile.Verdict(
                    true,
                    typed.ticked(at + "inAbsentia"),
                    renderedOn.get(),
                    inForceFrom.orElse(null),
                    whole,
                    months,
                    life,
                    typed.ticked(at + "confiscation")),
                List.of())));
  }

  private static String digits(String text) {
    return text.replaceAll("[\\s№]", "");
  }

  private String iso(String named) {
    return reference.regions().stream()
        .filter(region -> isNamed(region, named))
        .map(Region::iso)
        .findFirst()
        .orElse(named);
  }

  private static boolean isNamed(Region region, String named) {
    return region.iso().equalsIgnoreCase(named)
        || region.slug().equalsIgnoreCase(named)
        || region.uk().name().equalsIgnoreCase(named)
        || region.uk().shortName().equalsIgnoreCase(named)
        || region.en().name().equalsIgnoreCase(named)
        || region.en().shortName().equalsIgnoreCase(named);
  }

  private Optional<CaseFile.Count> count(Typed typed, String at) {
    Matcher article = ARTICLE.matcher(typed.needed(at + "article"));
    if (!typed.text(at + "article").isEmpty() && !article.matches()) {
      typed.wrong(
          at + "article", "charge.article_unknown", "desk.cases.rule.charge.article_unknown", NONE);
    }
    typed.needed(at + "from");
    Optional<LocalDate> from = typed.date(at + "from");
    Optional<LocalDate> to = typed.date(at + "to");
    Optional<Integer> part = typed.whole(at + "part");
    if (from.isEmpty() || !article.matches()) {
      return Optional.empty();
    }
    LocalDate last = to.orElse(from.get());
    String inField = article.group(2);
    Integer named = part.orElse(inField == null ? null : Integer.valueOf(inField));
    Optional<Article> title = reference.articleOn(article.group(1), last);
    boolean hasParts = title.map(Article::hasParts).orElse(named != null);
    return Optional.of(
        new CaseFile.Count(
            article.group(1),
            title.map(Article::from).orElse(last),
            hasParts,
            named,
            from.get(),
            last,
            orNull(typed.text(at + "reason"))));
  }

  /// Puts what the rules found to the fields.
  static void show(Typed typed, List<Finding> findings) {
    findings.forEach(f -> typed.wrong(f.field(), f.code(), "desk.cases.rule." + f.code(), NONE));
  }

  /// The form filled with a stored file.
  Typed filled(StoredFile file) {
    Map<String, String> known = new LinkedHashMap<>();
    Person person = file.person();
    known.put("sex", person.sex());
    known.put("familyUk", person.familyUk());
    known.put("givenUk", person.givenUk());
    known.put("patronymicUk", orEmpty(person.patronymicUk()));
    known.put("familyRu", person.familyRu());
    known.put("givenRu", person.givenRu());
    known.put("patronymicRu", orEmpty(person.patronymicRu()));
    known.put("born", day(person.bornOn()));
    known.put("custodyFrom", day(person.custodyFrom()));
    known.put("custodyUntil", day(person.custodyUntil()));
    tick(known, "citizen", person.citizen());
    tick(known, "prisonerOfWar", person.prisonerOfWar());
    tick(known, "enemyServiceman", person.enemyServiceman());
    known.put("proceedings", Integer.toString(Math.max(1, file.proceedings().size())));
    for (int i = 0; i < file.proceedings().size(); i++) {
      fill(known, "p" + i + ".", file.proceedings().get(i));
    }
    return Typed.filled(known);
  }

  private void fill(Map<String, String> known, String at, StoredFile.Proceeding proceeding) {
    CaseFile file = proceeding.file();
    CaseFile.Verdict verdict = file.verdict();
    known.put(at + "id", proceeding.id().toString());
    known.put(at + "region", reference.region(file.region()).uk().name());
    known.put(at + "caseNumber", file.caseNumber());
    known.put(at + "registerId", orEmpty(proceeding.registerId()));
    known.put(at + "pretrialNumber", orEmpty(proceeding.pretrialNumber()));
    known.put(at + "renderedOn", day(verdict.renderedOn()));
    known.put(at + "inForceFrom", day(verdict.inForceFrom()));
    known.put(at + "appealOn", day(proceeding.appealOn().orElse(null)));
    known.put(at + "years", verdict.years() == null ? "" : verdict.years().toString());
    known.put(at + "months", verdict.months() == 0 ? "" : Integer.toString(verdict.months()));
    tick(known, at + "life", verdict.life());
    tick(known, at + "confiscation", verdict.confiscation());
    tick(known, at + "inAbsentia", verdict.inAbsentia());
    tick(known, at + "closedSession", file.closedSession());
    known.put(at + "counts", Integer.toString(Math.max(1, file.counts().size())));
    for (int i = 0; i < file.counts().size(); i++) {
      CaseFile.Count count = file.counts().get(i);
      String row = at + "c" + i + ".";
      known.put(row + "article", count.article());
      known.put(row + "part", count.part() == null ? "" : count.part().toString());
      known.put(row + "from", day(count.committedFrom()));
      boolean oneDay = count.committedTo().equals(count.committedFrom());
      known.put(row + "to", oneDay ? "" : day(count.committedTo()));
      known.put(row + "reason", orEmpty(count.dateReason()));
    }
  }

  private static void tick(Map<String, String> known, String field, boolean ticked) {
    if (ticked) {
      known.put(field, "yes");
    }
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

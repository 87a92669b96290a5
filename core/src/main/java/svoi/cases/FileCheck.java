package svoi.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import svoi.names.PersonName;
import svoi.reference.Article;
import svoi.reference.Reference;

/// Reads an entry as the rules do, and explains before the database refuses.
final class FileCheck {
  private static final Pattern CASE_NUMBER =
      Pattern.compile("[0-9]{1,4}/[0-9]{1,6}/[0-9]{2}(-[а-яіїєґ]{1,2})?");
  private static final Pattern REGISTER_ID = Pattern.compile("[0-9]{7,10}");
  private static final Pattern PRETRIAL_NUMBER = Pattern.compile("[0-9](20[0-9]{2})[0-9]{12}");

  /// Nobody older is in custody: an earlier birth date is a slip.
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1915, 1, 1);

  private static final int ADULT = 18;
  private static final int MOST_PARTS = 12;

  private final Reference reference;
  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();

  FileCheck(Reference reference, LocalDate today) {
    this.reference = reference;
    this.today = today;
  }

  /// What must be corrected.
  List<Finding> findings() {
    return findings;
  }

  /// What is right, and keeps the person from being published all the same.
  List<Finding> notes() {
    return notes;
  }

  void check(Person person, List<ProceedingEntry> proceedings) {
    checkNames(person);
    checkLife(person);
    require(!proceedings.isEmpty(), "proceeding.required", "p0.caseNumber");
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < proceedings.size(); i++) {
      String at = "p" + i + ".";
      ProceedingEntry entry = proceedings.get(i);
      require(
          numbers.add(entry.file().caseNumber()),
          "proceeding.case_number_twice",
          at + "caseNumber");
      checkProceeding(entry, at);
      checkCounts(entry, person, at);
    }
  }

  private void require(boolean holds, String code, String field) {
    if (!holds) {
      findings.add(new Finding(code, field));
    }
  }

  private void note(boolean holds, String code, String field) {
    if (holds) {
      notes.add(new Finding(code, field));
    }
  }

  private void checkNames(Person person) {
    PersonName name =
        new PersonName(
            person.familyUk(),
            person.givenUk(),
            person.patronymicUk(),
            person.familyRu(),
            person.givenRu(),
            person.patronymicRu());
    findings.addAll(NameCheck.findings(person.sex(), name));
  }

  private void checkLife(Person person) {
    LocalDate born = person.bornOn();
    require(
        !born.isAfter(today) && !born.isBefore(EARLIEST_BIRTH), "person.born_impossible", "born");
    require(!person.custodyFrom().isAfter(today), "person.custody_in_future", "custodyFrom");
    require(person.custodyFrom().isAfter(born), "person.custody_before_birth", "custodyFrom");
    LocalDate until = person.custodyUntil();
    require(
        until == null || !until.isBefore(person.custodyFrom()),
        "person.custody_in_order",
        "custodyUntil");
    LocalDate died = person.diedOn();
    require(
        died == null || (!died.isBefore(born) && !died.isAfter(today)),
        "person.died_impossible",
        "died");
    require(born.isAfter(today) || !born.plusYears(ADULT).isAfter(today), "person.minor", "born");
    note(person.prisonerOfWar(), "note.prisoner_of_war", "prisonerOfWar");
    note(person.enemyServiceman(), "note.serviceman", "enemyServiceman");
    note(until != null && !until.isAfter(today), "note.not_in_custody", "custodyUntil");
  }

  private void checkProceeding(ProceedingEntry entry, String at) {
    CaseFile file = entry.file();
    require(
        reference.regions().stream().anyMatch(r -> r.iso().equals(file.region())),
        "proceeding.region_unknown",
        at + "region");
    require(
        CASE_NUMBER.matcher(file.caseNumber()).matches(),
        "proceeding.case_number_form",
        at + "caseNumber");
    String registerId = entry.registerId();
    require(
        registerId == null || REGISTER_ID.matcher(registerId).matches(),
        "proceeding.register_id_form",
        at + "registerId");
    var pretrial =
        PRETRIAL_NUMBER.matcher(entry.pretrialNumber() == null ? "" : entry.pretrialNumber());
    require(
        entry.pretrialNumber() == null
            || (pretrial.matches() && Integer.parseInt(pretrial.group(1)) <= today.getYear()),
        "proceeding.pretrial_number_form",
        at + "pretrialNumber");
    checkVerdict(file.verdict(), entry.appealOn(), at);
  }

  private void checkVerdict(CaseFile.Verdict verdict, @Nullable LocalDate appealOn, String at) {
    require(!verdict.renderedOn().isAfter(today), "verdict.in_future", at + "renderedOn");
    LocalDate force = verdict.inForceFrom();
    require(
        force == null || !force.isBefore(verdict.renderedOn()),
        "verdict.in_force_before_rendered",
        at + "inForceFrom");
    require(
        appealOn == null || (!appealOn.isBefore(verdict.renderedOn()) && !appealOn.isAfter(today)),
        "verdict.appeal_in_order",
        at + "appealOn");
    Integer years = verdict.years();
    boolean whole =
        verdict.life()
            ? years == null && verdict.months() == 0
            : years != null
                && years >= 0
                && years <= 25
                && verdict.months() >= 0
                && verdict.months() <= 11
                && years + verdict.months() > 0;
    require(!verdict.guilty() || whole, "verdict.sentence_is_whole", at + "years");
    note(force == null || force.isAfter(today), "note.not_in_force", at + "inForceFrom");
    note(verdict.inAbsentia(), "note.in_absentia", at + "inAbsentia");
  }

  private void checkCounts(ProceedingEntry entry, Person person, String at) {
    CaseFile file = entry.file();
    require(!file.counts().isEmpty(), "charge.required", at + "c0.article");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < file.counts().size(); i++) {
      CaseFile.Count count = file.counts().get(i);
      String field = at + "c" + i + ".";
      require(seen.add(count.article() + "/" + count.part()), "charge.twice", field + "article");
      checkArticle(count, person, field);
      checkDates(count, person, file.verdict(), field);
    }
  }

  private void checkArticle(CaseFile.Count count, Person person, String field) {
    Optional<Article> article = reference.articleOn(count.article(), count.committedTo());
    require(article.isPresent(), "charge.article_unknown", field + "article");
    if (article.isEmpty()) {
      return;
    }
    Integer part = count.part();
    if (article.get().hasParts()) {
      require(
          part != null && part >= 1 && part <= MOST_PARTS, "charge.part_required", field + "part");
    } else {
      require(part == null, "charge.has_no_parts", field + "part");
    }
    String reason = count.dateReason();
    require(
        !count.committedTo().isBefore(article.get().from())
            || (reason != null && !reason.isBlank()),
        "charge.article_later",
        field + "reason");
    require(
        !count.article().equals("111") || person.citizen(),
        "charge.treason_needs_citizen",
        field + "article");
    require(
        !count.article().equals("114") || !person.citizen(),
        "charge.espionage_needs_foreigner",
        field + "article");
  }

  private void checkDates(
      CaseFile.Count count, Person person, CaseFile.Verdict verdict, String field) {
    require(
        !count.committedTo().isBefore(count.committedFrom()),
        "charge.dates_in_order",
        field + "to");
    require(
        !count.committedTo().isAfter(verdict.renderedOn()), "charge.after_verdict", field + "to");
    Finding minor = new Finding("person.minor", "born");
    if (count.committedFrom().isBefore(person.bornOn().plusYears(ADULT))
        && !findings.contains(minor)) {
      findings.add(minor);
    }
  }
}

package svoi.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.cases.CaseFile;
import svoi.cases.Finding;
import svoi.cases.Person;
import svoi.cases.ProceedingEntry;
import svoi.desk.Frame;
import svoi.desk.NameFields;
import svoi.desk.Typed;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.reference.Reference;
import svoi.web.Messages;
import svoi.web.SiteSettings;
import svoi.web.Templates;

/// The one form of a file is kind to what people type, and says at the field what is wrong.
class PersonFormIT {
  private static TestDatabase database;
  private static PersonForm form;
  private final Map<String, String> typed = valid();

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    form = new PersonForm(Reference.read(database.as(Role.DESK).jdbc()));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void readsWhatPeopleType() {
    PersonForm.Entry entry = form.read(Typed.filled(typed)).orElseThrow();

    Person person = entry.person();
    assertThat(person.familyUk()).isEqualTo("Лук’яненко-Макет");
    assertThat(person.bornOn()).isEqualTo(LocalDate.of(1980, 5, 2));
    ProceedingEntry proceeding = entry.proceedings().getFirst();
    assertThat(proceeding.file().region()).isEqualTo("UA-63");
    assertThat(proceeding.registerId()).isEqualTo("90497857");
    assertThat(proceeding.file().verdict().years()).isEqualTo(12);
    CaseFile.Count count = proceeding.file().counts().getFirst();
    assertThat(count.article()).isEqualTo("111-1");
    assertThat(count.part()).isEqualTo(7);
    assertThat(count.committedTo()).isEqualTo(count.committedFrom());
  }

  @ParameterizedTest
  @CsvSource({
    "111-1 ч. 7, 111-1, 7",
    "111-1/7, 111-1, 7",
    "111 ч.2, 111, 2",
    "111-2, 111-2,",
    "111, 111,"
  })
  void readsAnArticleWithItsPartInOneField(String text, String article, Integer part) {
    typed.put("p0.c0.article", text);
    typed.put("p0.c0.part", "");

    CaseFile.Count count =
        form.read(Typed.filled(typed))
            .orElseThrow()
            .proceedings()
            .getFirst()
            .file()
            .counts()
            .getFirst();

    assertThat(count.article()).isEqualTo(article);
    assertThat(count.part()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "born, 31.02.1980, date",
    "born, '', missing",
    "familyUk, '', missing",
    "p0.caseNumber, '', missing",
    "p0.region, '', missing",
    "p0.renderedOn, вчора, date",
    "p0.years, дванадцять, number",
    "p0.c0.article, зрада, charge.article_unknown",
    "p0.c0.from, '', missing",
    "sex, '', person.sex_required"
  })
  void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped(String field, String text, String code) {
    typed.put(field, text);
    Typed sent = Typed.filled(typed);

    assertThat(form.read(sent)).isEmpty();
    assertThat(sent.fault(field)).hasValueSatisfying(f -> assertThat(f.code()).isEqualTo(code));
    assertThat(sent.raw(field)).isEqualTo(text);
  }

  @Test
  void whatTheRulesFoundStandsAtItsField() {
    Typed sent = Typed.filled(typed);

    PersonForm.show(sent, List.of(new Finding("person.minor", "born")));

    assertThat(sent.fault("born").orElseThrow().key()).isEqualTo("desk.cases.rule.person.minor");
  }

  @Test
  void proposesTheOtherLanguageAndTheSexAndNeverOverwritesWhatWasTyped() {
    for (String field : List.of("sex", "familyRu", "patronymicRu")) {
      typed.put(field, "");
    }
    typed.put("givenRu", "Алексий");

    assertThat(NameFields.proposed(Typed.filled(typed)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("sex", "m", "familyRu", "Лукьяненко-Макет", "patronymicRu", "Сергеевич"));
  }

  @Test
  void thePageShowsEachFaultWithItsCodeAndWhatWasTyped() {
    typed.put("born", "01.01.2006");
    typed.put("p0.caseNumber", "12-34");
    Typed sent = Typed.filled(typed);
    PersonForm.show(
        sent,
        List.of(
            new Finding("person.minor", "born"),
            new Finding("proceeding.case_number_form", "p0.caseNumber")));

    String page = page(sent);

    assertThat(page)
        .contains("<code>person.minor</code>", "value=\"01.01.2006\" required")
        .contains("<code>proceeding.case_number_form</code>", "value=\"12-34\"")
        .contains("href=\"#f-p0.caseNumber\"", "id=\"f-p0.caseNumber\"")
        .doesNotContain("<script>", "onclick");
    assertThat(page.length()).isLessThan(60_000);
  }

  private static String page(Typed typed) {
    Frame frame =
        new Frame(
            Language.UK,
            "",
            "/desk/persons/new",
            Optional.empty(),
            List.of(),
            false,
            new SiteSettings("", "", "http://localhost"),
            "",
            "",
            "",
            "");
    PersonFormView view =
        new PersonFormView(
            frame,
            typed,
            "/desk/persons",
            0,
            PersonForm.shape(typed),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new String(
        new Templates().render("desk/cases/form", view, Messages.in(Language.UK)),
        StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyFurtherProceedingAndEmptyRowsAreNoFault() {
    typed.put("proceedings", "2");
    typed.put("p0.counts", "5");

    assertThat(form.read(Typed.filled(typed)).orElseThrow().proceedings()).hasSize(1);
  }

  @Test
  void aFormOfAnySizeIsNoLargerThanItMayBe() {
    typed.put("proceedings", "99");
    typed.put("p0.counts", "99");

    FormShape shape = PersonForm.shape(Typed.filled(typed));

    assertThat(shape.proceedings()).isEqualTo(PersonForm.MOST_PROCEEDINGS);
    assertThat(shape.counts().getFirst()).isEqualTo(PersonForm.MOST_COUNTS);
  }

  private static Map<String, String> valid() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("sex", "m");
    typed.put("familyUk", "ЛУК'ЯНЕНКО-МАКЕТ");
    typed.put("givenUk", " Олексій ");
    typed.put("patronymicUk", "Сергійович");
    typed.put("familyRu", "Лукьяненко-Макет");
    typed.put("givenRu", "Алексей");
    typed.put("patronymicRu", "Сергеевич");
    typed.put("born", "2.5.1980");
    typed.put("citizen", "yes");
    typed.put("custodyFrom", "2022-07-01");
    typed.put("p0.region", "харківська область");
    typed.put("p0.caseNumber", "369/12025/15-К");
    typed.put("p0.registerId", "№ 90497857");
    typed.put("p0.renderedOn", "02.03.2023");
    typed.put("p0.years", "12");
    typed.put("p0.c0.article", "111-1");
    typed.put("p0.c0.part", "7");
    typed.put("p0.c0.from", "01.05.2022");
    return typed;
  }
}

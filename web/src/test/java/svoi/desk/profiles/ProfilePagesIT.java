package svoi.desk.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Scope;
import svoi.desk.profiles.DeskSite.Answer;
import svoi.media.InventedMedia;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// The pages of profiles, as a browser without scripts sends their forms.
class ProfilePagesIT {
  private static final Member SBU_AUTHOR =
      new Member(new StaffId(UUID.randomUUID()), "sbu", Set.of(StaffRole.AUTHOR));
  private static final String PLOT =
      "Суд установив обставини вигаданої справи в умовному селищі Прикладне.";

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static DeskSite desk;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    Database door = database.as(Role.DESK);
    new Staff(door.jdbc(), new AuditTrail(door.jdbc())).add(SBU_AUTHOR);
    desk = new DeskSite(database, folder);
  }

  @AfterAll
  static void close() {
    desk.close();
    database.close();
  }

  @Test
  void fromWritingToThePublicByForms() {
    String person = path(draft().person());
    Map<String, String> form = form(person, PLOT);
    form.put("do", "hand-in");
    assertThat(desk.post(PublishedPerson.AUTHOR, person + "/profile", form).location())
        .endsWith("done=profiles.handed-in");

    assertThat(desk.get(PublishedPerson.HUR_REVIEWER, "/desk/reviews").body()).contains(person);
    assertThat(approve(PublishedPerson.HUR_REVIEWER, person).location())
        .endsWith("done=profiles.approved");
    assertThat(approve(PublishedPerson.SBU_REVIEWER, person).location())
        .endsWith("done=profiles.public");
    assertThat(desk.get(PublishedPerson.AUTHOR, person + "/why").body())
        .contains("Опубліковано зараз.");
  }

  @Test
  void openMarksComeBackWithThePlaceAndWhatWasTyped() {
    String person = path(draft().person());
    Map<String, String> form = form(person, PLOT + " Його дружина бачила це на власні очі.");
    form.put("do", "hand-in");

    Answer answer = desk.post(PublishedPerson.AUTHOR, person + "/profile", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("<mark>дружина</mark>", "r18-relative", "publication.marks_open")
        .contains("Його дружина бачила це на власні очі.</textarea>");
    form.put(found(answer.body(), "name=\"(reason-uk-r18-relative-[0-9a-f]{8})\""), "коротко");
    form.put("version", version(answer.body()));
    assertThat(desk.post(PublishedPerson.AUTHOR, person + "/profile", form).body())
        .contains("r18-clearance-gives-a-reason", "коротко");
  }

  @Test
  void aTextThatIsTooShortIsNotLost() {
    String person = path(draft().person());

    Answer answer =
        desk.post(PublishedPerson.AUTHOR, person + "/profile", form(person, "Закоротко."));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Закоротко.</textarea>", "profile-text-length");
  }

  @Test
  void theSecondOfTwoAuthorsSeesBothTexts() {
    String person = path(draft().person());
    Map<String, String> mine = form(person, PLOT + " Другий текст.");
    desk.post(PublishedPerson.AUTHOR, person + "/profile", form(person, PLOT + " Перший текст."));

    Answer answer = desk.post(PublishedPerson.AUTHOR, person + "/profile", mine);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body()).contains("Перший текст.", "Другий текст.</textarea>");
  }

  @Test
  void anApprovalOfWhatWasShownBeforeAnEditIsRefused() {
    String person = path(draft().person());
    handIn(person, PLOT);
    String seen = seen(PublishedPerson.HUR_REVIEWER, person);
    handIn(person, PLOT + " Кома, і тільки.");

    Answer answer =
        desk.post(
            PublishedPerson.HUR_REVIEWER,
            person + "/review/approve",
            Map.of("seen", seen, "check-r3-verdict", "yes", "check-r19-words", "yes"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("approval.stale_content");
  }

  @Test
  void anApprovalWithoutTheListAndASilentReturnAreRefused() {
    String person = path(draft().person());
    handIn(person, PLOT);
    String seen = seen(PublishedPerson.HUR_REVIEWER, person);

    Answer approved =
        desk.post(
            PublishedPerson.HUR_REVIEWER,
            person + "/review/approve",
            Map.of("seen", seen, "check-r19-words", "yes"));
    Answer returned =
        desk.post(PublishedPerson.HUR_REVIEWER, person + "/review/return", Map.of("seen", seen));

    assertThat(approved.status()).isEqualTo(422);
    assertThat(approved.body()).contains("review.check_missing", "checked");
    assertThat(returned.status()).isEqualTo(422);
    assertThat(returned.body()).contains("comment-says-something");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uk", "ru", "en"})
  void thePreviewIsThePublicPageToTheByteApartFromTheFrame(String language) {
    PublishedPerson.Created created =
        PublishedPerson.in(database)
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.BIRTH_YEAR)
            .create();

    Answer preview =
        desk.get(PublishedPerson.AUTHOR, path(created.person()) + "/profile/preview?l=" + language);
    Answer page = desk.visit("/" + language + "/profiles/" + created.profile());

    assertThat(page.status()).isEqualTo(200);
    assertThat(preview.body()).contains("previewbar");
    assertThat(unframed(preview.body())).isEqualTo(page.body());
  }

  @Test
  void thePreviewOfADraftShowsItWithItsPictureThoughThePublicSeesNothing() {
    PublishedPerson.Created created =
        PublishedPerson.in(database)
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.PHOTO)
            .notApproved()
            .create();
    String person = path(created.person());
    Answer taken =
        desk.upload(
            PublishedPerson.AUTHOR,
            person + "/media/photo",
            Map.of("crop", "middle"),
            "photo",
            InventedMedia.jpegWithExif(900, 1200, 1));
    assertThat(taken.location()).endsWith("done=profiles.taken");

    String preview = desk.get(PublishedPerson.AUTHOR, person + "/profile/preview").body();
    String photo = found(preview, "src=\"(" + person + "/media/[^\"]+/photo.jpg)\"");

    assertThat(desk.get(PublishedPerson.AUTHOR, photo).status()).isEqualTo(200);
    assertThat(desk.visit(photo.replace(person, "")).status()).isEqualTo(404);
    assertThat(desk.visit("/uk/profiles/" + created.profile()).status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsNoPictureIsRefusedByItsRule() {
    String person = path(draft().person());

    Answer refused =
        desk.upload(
            PublishedPerson.AUTHOR,
            person + "/media/photo",
            Map.of(),
            "photo",
            "GIF89a".getBytes(StandardCharsets.UTF_8));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("media.not_a_picture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/profile", "/profile/preview", "/review", "/why", "/media"})
  void theOtherAgencysAuthorFindsNothingThere(String page) {
    String person = path(draft().person());

    assertThat(desk.get(SBU_AUTHOR, person + page).status()).isEqualTo(404);
    assertThat(desk.get(SBU_AUTHOR, path(new PersonId(UUID.randomUUID())) + page).status())
        .isEqualTo(404);
  }

  @Test
  void theMonitorHoldsInOneStepAndOthersCannot() {
    PublishedPerson.Created created = PublishedPerson.in(database).create();
    String person = path(created.person());

    assertThat(desk.post(PublishedPerson.HUR_REVIEWER, person + "/hold", Map.of()).status())
        .isEqualTo(403);
    assertThat(desk.post(PublishedPerson.OMBUDSMAN, person + "/hold", Map.of()).status())
        .isEqualTo(303);
    assertThat(desk.visit("/uk/profiles/" + created.profile()).status()).isEqualTo(410);
    String lift =
        found(
            desk.get(PublishedPerson.OMBUDSMAN, "/desk/holds").body(),
            "action=\"(/desk/holds/[^\"]+/lift)\"");
    assertThat(desk.post(PublishedPerson.HUR_REVIEWER, lift, Map.of()).status()).isEqualTo(403);
    assertThat(desk.post(PublishedPerson.OMBUDSMAN, lift, Map.of()).status()).isEqualTo(303);
  }

  @Test
  void pagesAreSmall() {
    String person = path(draft().person());

    for (String page : new String[] {"/profile", "/profile/preview", "/why", "/media"}) {
      assertThat(desk.get(PublishedPerson.AUTHOR, person + page).body())
          .as(page)
          .hasSizeLessThan(60_000);
    }
  }

  private static String unframed(String preview) {
    return preview
        .replaceFirst("<link rel=\"stylesheet\" href=\"[^\"]*preview[^\"]*\">\n", "")
        .replaceFirst("(?s)<div class=\"previewbar\".*?</div>\n", "");
  }

  private static PublishedPerson.Created draft() {
    return PublishedPerson.in(database).notApproved().create();
  }

  private static String path(PersonId person) {
    return "/desk/persons/" + person.value();
  }

  private static Map<String, String> form(String person, String plot) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("version", version(desk.get(PublishedPerson.AUTHOR, person + "/profile").body()));
    form.put("uk", plot);
    form.put("ru", "Суд установил обстоятельства выдуманного дела в условном поселке.");
    form.put("en", "The court established the facts in the invented settlement of Prykladne.");
    form.put("do", "save");
    return form;
  }

  private static void handIn(String person, String plot) {
    Map<String, String> form = form(person, plot);
    form.put("do", "hand-in");
    assertThat(desk.post(PublishedPerson.AUTHOR, person + "/profile", form).status())
        .isEqualTo(303);
  }

  private static Answer approve(Member reviewer, String person) {
    return desk.post(
        reviewer,
        person + "/review/approve",
        Map.of(
            "seen", seen(reviewer, person), "check-r3-verdict", "yes", "check-r19-words", "yes"));
  }

  private static String seen(Member reviewer, String person) {
    return found(
        desk.get(reviewer, person + "/review").body(), "name=\"seen\" value=\"([0-9a-f]{64})\"");
  }

  private static String version(String page) {
    return found(page, "name=\"version\" value=\"(\\d+)\"");
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}

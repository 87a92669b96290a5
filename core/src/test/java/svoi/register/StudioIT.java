package svoi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Scope;
import svoi.media.Captions;
import svoi.media.Crop;
import svoi.media.InventedMedia;
import svoi.media.MediaStore;
import svoi.media.Received;
import svoi.media.Studio;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.staff.Forbidden;

/// Pictures and films from the upload to the public: R22-R24 and scenario 15.
class StudioIT {
  @TempDir private Path folder;
  private TestDatabase database;
  private PublicRegister site;
  private MediaStore store;
  private Studio studio;
  private Drafts drafts;
  private Reviews reviews;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    Database desk = database.as(Role.DESK);
    AuditTrail audit = new AuditTrail(desk.jdbc());
    site = new PublicRegister(database.as(Role.SITE).jdbc());
    store = new MediaStore(folder.resolve("store"));
    studio = new Studio(desk, store, TestVault.in(folder.resolve("vault"), desk), audit);
    drafts = new Drafts(desk, audit);
    reviews = new Reviews(desk, audit);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aPictureIsPutUprightCutAndCleaned() throws IOException {
    PersonId person = person();

    UUID asset = photo(person, InventedMedia.jpegWithExif(2000, 1500, 6), Crop.MIDDLE);

    List<Studio.File> files = studio.of(person).getFirst().files();
    assertThat(files).extracting(Studio.File::name).containsExactly("photo-large.jpg", "photo.jpg");
    assertThat(files.getLast().width()).isEqualTo(640);
    assertThat(files.getLast().height()).isEqualTo(800);
    byte[] shown = Files.readAllBytes(store.path(files.getLast().sha256()));
    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "GPS", "Camera");
    var image = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(new java.awt.Color(image.getRGB(600, 400)).getRed())
        .as("the upper half lies right")
        .isGreaterThan(200);
    try (var original = studio.original(person, asset, PublishedPerson.OMBUDSMAN).orElseThrow()) {
      assertThat(original.readAllBytes()).isEqualTo(InventedMedia.jpegWithExif(2000, 1500, 6));
    }
  }

  @Test
  void theSamePictureWithAnotherCropIsTheSameAsset() {
    PersonId person = person();
    byte[] picture = InventedMedia.picture("png", 800, 800);
    UUID first = photo(person, picture, Crop.START);
    UUID second = photo(person, picture, Crop.WHOLE);

    assertThat(second).isEqualTo(first);
    assertThat(studio.of(person).getFirst().files().getFirst().height()).isEqualTo(640);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GIF89a and so on", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
  void whatIsNoPictureByItsContentIsRefused(String content) {
    assertThat(
            studio.photo(
                person(),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                Crop.MIDDLE,
                PublishedPerson.AUTHOR))
        .isEqualTo(new Received.Refused("media.not_a_picture"));
  }

  @Test
  void brokenAndTooSmallPicturesAreRefused() {
    byte[] broken = java.util.Arrays.copyOf(InventedMedia.picture("png", 400, 400), 60);

    assertThat(take(broken)).isEqualTo(new Received.Refused("media.picture_broken"));
    assertThat(take(InventedMedia.picture("jpg", 400, 100)))
        .isEqualTo(new Received.Refused("media.picture_too_small"));
  }

  @Test
  void onlyAnAuthorHandsMediaIn() {
    assertThatThrownBy(
            () ->
                studio.photo(
                    person(),
                    new ByteArrayInputStream(InventedMedia.picture("jpg", 400, 500)),
                    Crop.MIDDLE,
                    PublishedPerson.SBU_REVIEWER))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aFilmIsShownWithoutAnythingButTheFilm() throws IOException {
    PersonId person = person();
    byte[] original = InventedMedia.film("vide");

    UUID asset = film(person, original);

    Studio.Asset kept = studio.of(person).getFirst();
    assertThat(kept.seconds()).isEqualTo(12);
    assertThat(kept.files().getFirst().width()).isEqualTo(640);
    byte[] shown = Files.readAllBytes(store.path(kept.files().getFirst().sha256()));
    assertThat(shown).as("nothing moved").hasSameSizeAs(original);
    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "Camera", "udta", "uuid", "meta");
    try (var in = studio.original(person, asset, PublishedPerson.OMBUDSMAN).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(original);
    }
  }

  @Test
  void aFilmWithAHiddenTrackIsRefused() {
    assertThat(
            studio.film(
                person(),
                new ByteArrayInputStream(InventedMedia.film("meta")),
                PublishedPerson.AUTHOR))
        .isEqualTo(new Received.Refused("media.film_other_tracks"));
    assertThat(
            studio.film(
                person(),
                new ByteArrayInputStream(InventedMedia.picture("jpg", 300, 300)),
                PublishedPerson.AUTHOR))
        .isEqualTo(new Received.Refused("media.not_a_film"));
  }

  @Test
  void aFilmIsHandedInWithCaptionsInThreeLanguages() {
    PersonId person = person();
    UUID asset = film(person, InventedMedia.film("vide"));
    drafts.show(person, Optional.empty(), Optional.of(asset), PublishedPerson.AUTHOR);

    assertThat(drafts.handIn(person, PublishedPerson.AUTHOR))
        .isEqualTo(new HandedIn.Refused(List.of("media.captions_missing")));
    captions(person, asset);
    assertThat(drafts.handIn(person, PublishedPerson.AUTHOR)).isInstanceOf(HandedIn.Accepted.class);
  }

  /// Scenario 15, and R9 for each medium.
  @Test
  void aFilmWithoutItsOwnConsentIsNotShownAndItsAddressIsNotThere() {
    PersonId person =
        PublishedPerson.in(database)
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.PHOTO)
            .notApproved()
            .create()
            .person();
    UUID photo = photo(person, InventedMedia.picture("jpg", 700, 900), Crop.MIDDLE);
    UUID film = film(person, InventedMedia.film("vide"));
    captions(person, film);
    drafts.show(person, Optional.of(photo), Optional.of(film), PublishedPerson.AUTHOR);
    drafts.handIn(person, PublishedPerson.AUTHOR);
    approve(person, EnumSet.allOf(Check.class));

    Profile profile = site.profile(reviews.sheet(person).orElseThrow().id()).orElseThrow();
    assertThat(profile.photo()).isPresent();
    assertThat(profile.video()).isEmpty();
    assertThat(site.file(photo, "photo.jpg")).isPresent();
    assertThat(site.file(film, "interview.mp4")).isEmpty();
  }

  @Test
  void mediaAreApprovedOnlyWhenTheyWereChecked() {
    PersonId person = person();
    UUID photo = photo(person, InventedMedia.picture("jpg", 700, 900), Crop.MIDDLE);
    drafts.show(person, Optional.of(photo), Optional.empty(), PublishedPerson.AUTHOR);
    drafts.handIn(person, PublishedPerson.AUTHOR);
    ContentHash seen = reviews.sheet(person).orElseThrow().present().hash();

    assertThat(
            reviews.approve(
                person, seen, EnumSet.of(Check.VERDICT, Check.WORDS), PublishedPerson.HUR_REVIEWER))
        .isEqualTo(Reviewed.Refused.of("review.check_missing"));
    assertThat(
            reviews.approve(person, seen, EnumSet.allOf(Check.class), PublishedPerson.HUR_REVIEWER))
        .isInstanceOf(Reviewed.Noted.class);
  }

  private void captions(PersonId person, UUID film) {
    Captions.Read read =
        Captions.read(
            "WEBVTT\n\n00:01.000 --> 00:03.000\nЯ прошу обміну.\n"
                .getBytes(StandardCharsets.UTF_8));
    for (Language language : Language.values()) {
      studio.captions(person, film, language, (Captions.Read.Good) read, PublishedPerson.AUTHOR);
    }
  }

  private void approve(PersonId person, Set<Check> checked) {
    ContentHash seen = reviews.sheet(person).orElseThrow().present().hash();
    reviews.approve(person, seen, checked, PublishedPerson.HUR_REVIEWER);
    reviews.approve(person, seen, checked, PublishedPerson.SBU_REVIEWER);
  }

  private PersonId person() {
    return PublishedPerson.in(database).notApproved().create().person();
  }

  private Received take(byte[] picture) {
    return studio.photo(
        person(), new ByteArrayInputStream(picture), Crop.MIDDLE, PublishedPerson.AUTHOR);
  }

  private UUID photo(PersonId person, byte[] picture, Crop crop) {
    Received received =
        studio.photo(person, new ByteArrayInputStream(picture), crop, PublishedPerson.AUTHOR);
    return ((Received.Taken) received).asset();
  }

  private UUID film(PersonId person, byte[] film) {
    Received received = studio.film(person, new ByteArrayInputStream(film), PublishedPerson.AUTHOR);
    return ((Received.Taken) received).asset();
  }
}

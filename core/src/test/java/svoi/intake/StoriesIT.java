package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.intake.IntakeRefused.Reason;
import svoi.platform.Role;

class StoriesIT extends AtAnInventedDesk {
  private static final String STORY =
      "Біля вигаданого елеватора двоє чоловіків щоп’ятниці фотографують колони вантажівок.";
  private static final String RETOLD =
      "У пятницу возле выдуманного элеватора двое фотографируют колонны, колону вантажівок видно здалеку.";
  private static final String OTHER =
      "Мені пропонують гроші за доставку невідомої посилки до моря.";

  @Test
  void theSameStoryIsFoundInBothLanguagesWithTheWordsThatBothHave() {
    UUID one = open(STORY);
    UUID retold = open(RETOLD);
    open(OTHER);

    Stories.Found found = desk.stories.look(desk.unlocked, one);

    assertThat(found.likely()).extracting(l -> l.other().id()).containsExactly(retold);
    assertThat(found.likely().getFirst().words()).contains("елеватора", "вантажівок");
    assertThat(found.compared()).isEqualTo(2);
    assertThat(found.all()).isTrue();
  }

  @Test
  void closedConversationsAndThoseUnderDuressAreNotCompared() {
    UUID one = open(STORY);
    UUID closed = open(STORY);
    desk.inbox.close(desk.unlocked, closed);
    Opened forced = desk.open(InventedDesk.about(), "інше питання про пенсію", true);
    desk.reply(desk.comeBack(forced.duress().orElseThrow()), STORY);

    assertThat(desk.stories.look(desk.unlocked, one).likely()).isEmpty();
  }

  @Test
  void aLinkIsSeenFromBothSidesAndUndoneByOneAct() {
    UUID one = open(STORY);
    UUID two = open(RETOLD);
    UUID three = open(OTHER);
    desk.stories.link(desk.unlocked, one, two);
    desk.stories.link(desk.unlocked, three, one);
    assertRefused(() -> desk.stories.link(desk.unlocked, two, one), Reason.ALREADY_DONE);
    assertRefused(() -> desk.stories.link(desk.unlocked, one, one), Reason.GONE);

    assertThat(desk.stories.linked(desk.unlocked, one))
        .extracting(Stories.Other::id)
        .containsExactly(two, three);
    assertThat(desk.stories.linked(desk.unlocked, two))
        .extracting(Stories.Other::id)
        .containsExactly(one);
    desk.stories.unlink(desk.unlocked, two, one);

    assertThat(desk.stories.linked(desk.unlocked, two)).isEmpty();
    assertThat(desk.stories.linked(desk.unlocked, one))
        .extracting(Stories.Other::id)
        .containsExactly(three);
    assertRefused(() -> desk.stories.unlink(desk.unlocked, one, two), Reason.ALREADY_DONE);
  }

  @Test
  void whoeverHasTheDatabaseLearnsOfNoPair() {
    UUID one = open(STORY);
    UUID two = open(RETOLD);
    desk.stories.link(desk.unlocked, one, two);

    assertThat(
            desk.database
                .superuser()
                .sql("SELECT DISTINCT length(body) FROM intake.same_story")
                .query(Integer.class)
                .list())
        .containsExactly(1024 + Aes.OVERHEAD);
    assertThat(
            desk.database
                .superuser()
                .sql(
                    "SELECT count(*) FROM intake.same_story WHERE position(uuid_send(?) in body) > 0")
                .param(two)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aLookIsInTheLogAsAReadingOfAllThatWasCompared() {
    UUID one = open(STORY);
    open(OTHER);
    desk.stories.look(desk.unlocked, one);

    assertThat(
            desk.database
                .as(Role.DESK)
                .jdbc()
                .sql(
                    """
                    SELECT cardinality(subjects) FROM audit.v_entry
                    WHERE action = 'intake.look-for-story'
                    """)
                .query(Integer.class)
                .list())
        .containsExactly(2);
  }

  private UUID open(String text) {
    return desk.visit(desk.open(text)).caseId();
  }
}

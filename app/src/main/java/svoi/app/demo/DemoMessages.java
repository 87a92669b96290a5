package svoi.app.demo;

import java.util.List;
import java.util.Optional;
import svoi.intake.Audience;
import svoi.intake.Circumstances;
import svoi.intake.Draft;
import svoi.intake.Dropbox;
import svoi.intake.Inbox;
import svoi.intake.IntakeUnavailable;
import svoi.intake.Opened;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;
import svoi.intake.Urgency;
import svoi.intake.Waiting;
import svoi.platform.Language;

/// Invented messages that wait at the desks of a demo. The first has an answer, and its receipt
/// stands in the guided tour.
public final class DemoMessages {
  private static final List<Letter> LETTERS =
      List.of(
          new Letter(
              about(Audience.STOPPING, Urgency.DAYS, false, Language.UK),
              """
              Вигадане повідомлення для показу. Пів року пишу незнайомцеві з месенджера, що бачу біля \
              умовної станції Прикладна. Хочу припинити, але він знає мою адресу. У п’ятницю чекає від \
              мене фото. Що мені робити?"""),
          new Letter(
              about(Audience.AROUND, Urgency.NONE, false, Language.UK),
              """
              Вигадане повідомлення для показу. Сусід в умовному селищі Макетне розпитує всіх про \
              ремонтні майстерні й записує. Можливо, я помиляюся."""),
          new Letter(
              about(Audience.RECRUITED, Urgency.HOURS, true, Language.UK),
              """
              Вигадане повідомлення для показу. Мені 15. У грі запропонували гроші за те, щоб забрати \
              пакунок і покласти біля відділення. Сказали сьогодні до вечора, інакше напишуть батькам."""),
          new Letter(
              about(Audience.RECRUITED, Urgency.DAYS, false, Language.RU),
              """
              Вымышленное сообщение для показа. Предложили «подработку»: снимать номера машин на \
              условной улице Шаблонной. Я отказался, теперь угрожают."""),
          new Letter(
              about(Audience.LEAVING, Urgency.NONE, false, Language.RU),
              """
              Вымышленное сообщение для показа. Я гражданка России, живу в условном городе Образцовый, \
              хочу уехать к матери. Какие нужны бумаги для ребёнка?"""));
  private static final String ANSWER =
      """
      Вигадана відповідь для показу. Добре, що ви написали. Нічого більше не передавайте й не йдіть на \
      зустріч. Листування не видаляйте. Перш ніж називати себе чи когось іншого, поговоріть з адвокатом: \
      безоплатна правнича допомога є, телефон — на сторінці порад. Закон звільняє від відповідальності \
      лише за певних умов, тому обіцяти ми нічого не можемо. Напишіть, чи безпечно вам читати цю сторінку \
      щодня.""";

  private final Dropbox dropbox;
  private final Inbox inbox;
  private final StaffKeys staff;
  private final DemoReceipt receipt;

  public DemoMessages(Dropbox dropbox, Inbox inbox, StaffKeys staff, DemoReceipt receipt) {
    this.dropbox = dropbox;
    this.inbox = inbox;
    this.staff = staff;
    this.receipt = receipt;
  }

  private record Letter(Circumstances about, String text) {}

  /// Writes them again once they are erased, which in a demo they are after a day. Nothing happens
  /// while the door is closed: its desks have no keys yet, or its erasure keys are another's.
  public synchronized void ensure() {
    try {
      if (dropbox.takes(Audience.STOPPING.code())) {
        write();
      }
    } catch (IntakeUnavailable e) {
      // The door says so itself to whoever comes.
    }
  }

  private void write() {
    Optional<String> cookie = receipt.find().flatMap(dropbox::signIn);
    cookie.ifPresent(dropbox::leave);
    if (cookie.isEmpty()) {
      receipt.keep(send(LETTERS.getFirst()).receipt());
      answer(LETTERS.getFirst());
      LETTERS.stream().skip(1).forEach(this::send);
    }
  }

  private Opened send(Letter letter) {
    try (Draft none = dropbox.draft()) {
      Opened opened =
          dropbox.open(
              letter.about().audience().code(), letter.about(), letter.text(), false, none);
      opened.cookie().ifPresent(dropbox::leave);
      return opened;
    }
  }

  private void answer(Letter letter) {
    try (Unlocked officer =
            staff.unlock(DemoStaff.id("intake").value(), DemoDesks.PASSPHRASE.toCharArray());
        Draft none = inbox.draft()) {
      String desk = letter.about().audience().code();
      for (Waiting waiting : inbox.queue(officer, desk)) {
        if (inbox.read(officer, waiting.id()).said().getFirst().text().equals(letter.text())) {
          inbox.answer(officer, waiting.id(), ANSWER, none);
          return;
        }
      }
    }
  }

  private static Circumstances about(
      Audience audience, Urgency urgency, boolean minor, Language language) {
    return new Circumstances(audience, urgency, null, minor, language, "demo/1");
  }
}

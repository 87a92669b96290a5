package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadyPagesTest {
  private static final UUID PERSON = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);
  private static final String PROFILE = "/uk/profiles/7b0e1c52-38d4-4a1e-9f05-2c6d8e4b7a90";
  private static final String REGISTER = "/uk/register";
  private static final String ABOUT = "/uk/about";
  private static final long ROOM = 1_000_000;

  private final MovableClock clock = new MovableClock();
  private final AtomicBoolean confirmed = new AtomicBoolean(true);
  private final ReadyPages pages = new ReadyPages(clock, confirmed::get, ROOM);

  @Test
  void servesWhatWasOffered() {
    offer(PROFILE, person(PERSON));

    assertThat(pages.at(PROFILE)).isNotNull();
    assertThat(pages.at(REGISTER)).isNull();
  }

  @Test
  void aProfileDiesWhenItsPersonChanges() {
    offer(PROFILE, person(PERSON));

    pages.changed(Set.of(PERSON));

    assertThat(pages.at(PROFILE)).isNull();
  }

  @Test
  void aProfileOutlivesTheChangeOfAnotherPerson() {
    offer(PROFILE, person(PERSON));

    pages.changed(Set.of(OTHER));

    assertThat(pages.at(PROFILE)).isNotNull();
  }

  @Test
  void aListDiesWhenAnyPersonChanges() {
    offer(REGISTER, listing());

    pages.changed(Set.of(OTHER));

    assertThat(pages.at(REGISTER)).isNull();
  }

  @Test
  void aPageWithoutPersonsOutlivesTheChangeOfAPerson() {
    offer(ABOUT, general());

    pages.changed(Set.of(PERSON));

    assertThat(pages.at(ABOUT)).isNotNull();
  }

  @Test
  void everythingDiesWhenEverythingChanged() {
    offer(PROFILE, person(PERSON));
    offer(REGISTER, listing());
    offer(ABOUT, general());

    pages.everythingChanged();

    assertThat(pages.at(PROFILE)).isNull();
    assertThat(pages.at(REGISTER)).isNull();
    assertThat(pages.at(ABOUT)).isNull();
  }

  @Test
  void aProfileDiesByTheClockWithoutAnyEvent() {
    offer(PROFILE, new Freshness.Person(PERSON, clock.instant().plusSeconds(60)));

    clock.move(Duration.ofSeconds(60).minusNanos(1));
    assertThat(pages.at(PROFILE)).isNotNull();
    clock.move(Duration.ofNanos(1));
    assertThat(pages.at(PROFILE)).isNull();
  }

  @Test
  void aListDiesByTheClockWithoutAnyEvent() {
    offer(REGISTER, new Freshness.Listing(clock.instant().plusSeconds(60)));

    clock.move(Duration.ofSeconds(60));

    assertThat(pages.at(REGISTER)).isNull();
  }

  @Test
  void aPageWithoutPersonsDiesAtItsAge() {
    offer(ABOUT, new Freshness.General(Duration.ofMinutes(5)));

    clock.move(Duration.ofMinutes(5));

    assertThat(pages.at(ABOUT)).isNull();
  }

  @Test
  void refusesAPageMadeBeforeTheLastChange() {
    long seen = pages.generation();
    pages.changed(Set.of(OTHER));

    pages.offer(PROFILE, page(), person(PERSON), seen);

    assertThat(pages.at(PROFILE)).isNull();
  }

  @Test
  void refusesAPageMadeBeforeEverythingChanged() {
    long seen = pages.generation();
    pages.everythingChanged();

    pages.offer(ABOUT, page(), general(), seen);

    assertThat(pages.at(ABOUT)).isNull();
  }

  @Test
  void servesNoPersonsWhileTheLogIsNotRead() {
    offer(PROFILE, person(PERSON));
    offer(REGISTER, listing());
    offer(ABOUT, general());

    confirmed.set(false);

    assertThat(pages.at(PROFILE)).isNull();
    assertThat(pages.at(REGISTER)).isNull();
    assertThat(pages.at(ABOUT)).isNotNull();
  }

  @Test
  void keepsNoPersonsMadeWhileTheLogWasNotRead() {
    confirmed.set(false);
    offer(PROFILE, person(PERSON));
    confirmed.set(true);

    assertThat(pages.at(PROFILE)).isNull();
  }

  @Test
  void keepsNothingMadeForOneVisitor() {
    offer("/uk/search", new Freshness.Never());

    assertThat(pages.at("/uk/search")).isNull();
  }

  @Test
  void keepsOnlyAddressesInTheFormOfOurLinks() {
    for (String odd : new String[] {"/uk/%72egister", "/uk//about", "/uk/a;b", "/UK/about", "uk"}) {
      offer(odd, general());

      assertThat(pages.at(odd)).as(odd).isNull();
    }
  }

  @Test
  void staysWithinItsMemory() {
    for (int i = 0; i < 2_000; i++) {
      offer("/uk/about/" + i, general());
    }

    long kept =
        java.util.stream.IntStream.range(0, 2_000)
            .filter(i -> pages.at("/uk/about/" + i) != null)
            .count();
    assertThat(kept).isPositive().isLessThanOrEqualTo(ROOM / page().weight());
  }

  private void offer(String path, Freshness freshness) {
    pages.offer(path, page(), freshness, pages.generation());
  }

  private static ReadyPage page() {
    byte[] html = "<p>Зразок</p>".repeat(20).getBytes(StandardCharsets.UTF_8);
    return ReadyPage.kept(Responses.HTML, html, new Freshness.Never(), true);
  }

  private Freshness person(UUID id) {
    return new Freshness.Person(id, clock.instant().plus(Duration.ofDays(1)));
  }

  private Freshness listing() {
    return new Freshness.Listing(clock.instant().plus(Duration.ofDays(1)));
  }

  private static Freshness general() {
    return new Freshness.General(Duration.ofMinutes(5));
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-08-01T09:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

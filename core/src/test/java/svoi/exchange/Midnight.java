package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.cases.PersonId;
import svoi.platform.DatabaseClock;
import svoi.platform.Kyiv;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.register.Register;

/// Days begin and end at midnight in Ukraine, whatever the zone of the session, of the machine and
/// of the program is, also when clocks change and when one is moved between two acts.
///
/// The program stands in a zone of its own: there it is tomorrow for most of the day.
abstract class Midnight extends RoundDesk {
  private static final Duration PRIVATE_WORD = Duration.ofDays(3);
  private static final TimeZone BEFORE = TimeZone.getDefault();

  /// The days on which clocks in Ukraine went forward and back, and an ordinary one.
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 6, 10));

  private final ZoneId sessions;

  /// @param sessions the zone of every session of the database
  Midnight(String sessions) {
    this.sessions = ZoneId.of(sessions);
  }

  @BeforeAll
  static void standElsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
  }

  @AfterAll
  static void comeBack() {
    TimeZone.setDefault(BEFORE);
  }

  @Override
  TestDatabase fresh() {
    return TestDatabase.create(sessions);
  }

  /// Moves the clock to this moment in Ukraine.
  private void at(LocalDate day, String time) {
    Instant moment = LocalDateTime.parse(day + "T" + time).atZone(Kyiv.ZONE).toInstant();
    database.moveClock(Duration.between(Instant.now(), moment));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Kyiv.ZONE).toInstant();
  }

  private Instant moment(String sql, Object... values) {
    return sample.one(OffsetDateTime.class, sql, values).toInstant();
  }

  /// Why this person is not available on a day, and what is pending.
  private List<String> reasons(UUID offered, LocalDate day) {
    String reasons =
        sample.one(
            String.class,
            """
            SELECT array_to_string(a.obstacles || a.pending, ' ') FROM exchange.available_on(?) a WHERE a.id = ?
            """,
            day,
            offered);
    return List.of(reasons.split(" "));
  }

  private String fault(UUID offered) {
    return sample.one(
        String.class, "SELECT coalesce(fault, '') FROM exchange.v_fault WHERE id = ?", offered);
  }

  @Test
  void theDayOfRulesIsTheDayInUkraine() {
    assertThat(sample.one(String.class, "SELECT current_setting('TimeZone')"))
        .isEqualTo(sessions.getId());
    DatabaseClock clock = new DatabaseClock();
    for (LocalDate day : DAYS) {
      for (Map.Entry<String, LocalDate> moment :
          Map.of("23:58", day.minusDays(1), "00:02", day, "23:57", day).entrySet()) {
        LocalDate expected = moment.getValue();
        at(moment.getKey().startsWith("00") ? day : expected, moment.getKey());
        clock.shiftTo(Duration.ofSeconds(shift()));

        assertThat(sample.today()).isEqualTo(expected);
        assertThat(LocalDate.now(clock)).isEqualTo(expected);
      }
    }
  }

  private long shift() {
    return sample.one(Long.class, "SELECT extract(epoch FROM shift)::bigint FROM platform.v_clock");
  }

  @Test
  void aClockThatIsMovedByDaysIsMovedByAsManyHoursInEveryZone() {
    Duration half = Duration.ofDays(182);
    database
        .as(Role.OWNER)
        .jdbc()
        .sql("UPDATE platform.clock SET shift = make_interval(days => -182)")
        .update();

    assertThat(Duration.between(moment("SELECT platform.now()"), moment("SELECT now()")))
        .isBetween(half.minusSeconds(1), half.plusSeconds(1));
  }

  @Test
  void aConsentOfOneHundredAndEightyDaysEndsAtTheMidnightAfterItsLastDay() {
    for (LocalDate last : DAYS) {
      at(last.minusDays(1), "12:00");
      UUID offered = sample.offered(last.minusDays(180));
      UUID slot = sample.slot(sample.block(sample.round(), 1, 2), offered);
      LostSlots lost = new LostSlots(desk.jdbc());

      at(last, "23:58");
      assertThat(fault(offered)).isEmpty();
      assertThat(reasons(offered, last)).doesNotContain("consent-ends-before");
      assertThat(reasons(offered, last.plusDays(1))).contains("consent-ends-before");
      lost.dropAll();
      assertThat(sample.state("slot", slot)).isEqualTo("planned");

      at(last.plusDays(1), "00:02");
      assertThat(fault(offered)).isEqualTo("consent-ended");
      lost.dropAll();
      assertThat(sample.state("slot", slot)).isEqualTo("dropped");
    }
  }

  @Test
  void seventyTwoHoursAreSeventyTwoHoursAlsoWhenClocksChange() {
    for (LocalDate changed : DAYS) {
      for (int i = -1; i < 4; i++) {
        LocalDate day = changed.plusDays(i);
        assertThat(moment("SELECT exchange.latest_private_word(?)", day))
            .isEqualTo(startOf(day.plusDays(1)).minus(PRIVATE_WORD));
        assertThat(moment("SELECT platform.start_of(?)", day)).isEqualTo(startOf(day));
      }
    }
  }

  @Test
  void aWordInPrivateCountsFromSeventyTwoHoursBeforeTheEndOfTheDayOn() {
    for (LocalDate changed : DAYS) {
      LocalDate handover = changed.plusDays(1);
      Instant earliest = startOf(handover.plusDays(1)).minus(PRIVATE_WORD);

      assertThat(saidAt(earliest.minusSeconds(120), handover)).isFalse();
      assertThat(saidAt(earliest.plusSeconds(120), handover)).isTrue();
    }
  }

  /// Whether a word of that moment is good for a handover on that day.
  private boolean saidAt(Instant moment, LocalDate handover) {
    database.moveClock(Duration.between(Instant.now(), moment));
    UUID offered = sample.offered();
    return !reasons(offered, handover).contains("reconfirmation-72-hours");
  }

  @Test
  void whoIsAvailableOnADayIsTheSameOnBothSidesOfMidnight() {
    for (LocalDate day : DAYS) {
      at(day.minusDays(2), "12:00");
      UUID captive = sample.captive();
      sample.run(
          "UPDATE exchange.offered_captive SET held_until = ? WHERE offered_id = ?", day, captive);
      for (String before : List.of("23:58", "00:02")) {
        at(before.equals("00:02") ? day : day.minusDays(1), before);

        assertThat(reasons(captive, day.minusDays(1))).doesNotContain("not-in-custody");
        assertThat(reasons(captive, day)).contains("not-in-custody");
      }
      assertThat(fault(captive)).isEqualTo("not-in-custody");
      at(day.minusDays(1), "23:58");
      assertThat(fault(captive)).isNotEqualTo("not-in-custody");
    }
  }

  /// A round that stands at the line on that day, with one consent that ends with it.
  private RoundsSample.Drafted atTheLine(LocalDate day) {
    at(day, "21:00");
    UUID offered = sample.offered(day.minusDays(180));
    RoundsSample.Drafted drafted = sample.drafted(offered);
    sample.advance(drafted.round(), "executing");
    done(
        handovers.save(
            RoundsSample.OFFICER, id(drafted.round()), sheets(drafted.round()), Map.of()));
    return drafted;
  }

  private Moved recordOf(UUID round, LocalDate day) {
    Instant met = LocalDateTime.parse(day + "T22:00").atZone(Kyiv.ZONE).toInstant();
    Protocol paper = new Protocol("7", day, met, met.plusSeconds(1_800), null);
    return handovers.record(
        RoundsSample.OFFICER, id(round), paper, new java.io.ByteArrayInputStream(SCAN));
  }

  @Test
  void aHandoverIsEnteredAfterMidnightWithTheDayOnWhichItWasHeld() {
    for (LocalDate day : DAYS) {
      RoundsSample.Drafted drafted = atTheLine(day);
      at(day.plusDays(1), "00:02");

      done(recordOf(drafted.round(), day));

      assertThat(sample.state("round", drafted.round())).isEqualTo("executed");
      assertThat(
              sample.one(
                  LocalDate.class,
                  "SELECT DISTINCT occurred_on FROM exchange.outcome WHERE round_id = ?",
                  drafted.round()))
          .isEqualTo(day);
    }
  }

  @Test
  void aHandoverOfTomorrowIsNotEnteredBeforeMidnight() {
    for (LocalDate day : DAYS) {
      RoundsSample.Drafted drafted = atTheLine(day);
      at(day, "23:57");
      Instant now = moment("SELECT platform.now()");
      Protocol early = new Protocol("7", day.plusDays(1), now, now, null);

      assertThat(
              codes(
                  handovers.record(
                      RoundsSample.OFFICER,
                      id(drafted.round()),
                      early,
                      new java.io.ByteArrayInputStream(SCAN))))
          .containsExactly("outcome.future");
      assertThat(sample.state("round", drafted.round())).isEqualTo("executing");
    }
  }

  @Test
  void aWordGivenAfterTheDayMakesNoHandoverGood() {
    LocalDate planned = LocalDate.of(2026, 6, 10);
    LocalDate late = planned.plusDays(4);
    at(planned, "21:00");
    RoundsSample.Drafted drafted = sample.in("executing");
    done(
        handovers.save(
            RoundsSample.OFFICER, id(drafted.round()), sheets(drafted.round()), Map.of()));
    at(late.plusDays(1), "00:02");
    sample.reconfirm(drafted.offered());

    assertThat(codes(recordOf(drafted.round(), late))).containsExactly("outcome.not_reconfirmed");
  }

  @Test
  void oneWhoLeftIsDarkAtTheSeventhMidnight() {
    PublicRegister site = new PublicRegister(database.as(Role.SITE).jdbc());
    for (LocalDate day : DAYS) {
      at(day, "21:00");
      RoundsSample.Drafted drafted = sample.in("executed");
      at(day.plusDays(1), "00:02");
      done(rounds.announce(RoundsSample.OFFICER, id(drafted.round()), null, null));
      ProfileId profile = profileOf(drafted.offered());
      assertThat(site.profile(profile).orElseThrow().leftOn()).contains(day);

      at(day.plusDays(6), "23:58");
      assertThat(site.profile(profile)).isPresent();
      at(day.plusDays(7), "00:02");
      assertThat(site.profile(profile)).isEmpty();
    }
  }

  private ProfileId profileOf(UUID offered) {
    return new Register(desk, audit).profileOf(personOf(offered)).orElseThrow();
  }

  private PersonId personOf(UUID offered) {
    return new PersonId(
        sample.one(UUID.class, "SELECT person_id FROM exchange.offered WHERE id = ?", offered));
  }

  @Test
  void aClockThatIsSetBackTakesNothingBack() {
    LocalDate day = LocalDate.of(2026, 10, 25);
    at(day.minusDays(10), "12:00");
    RoundsSample.Drafted drafted = sample.drafted(sample.offered(day.minusDays(15)));
    sample.run("UPDATE exchange.round SET planned_on = ? WHERE id = ?", day, drafted.round());

    at(day.minusDays(4), "00:30");
    sample.advance(drafted.round(), "proposed");
    at(day.minusDays(12), "23:30");
    assertThat(lost(drafted.offered())).isZero();
    assertThat(sample.state("round", drafted.round())).isEqualTo("proposed");
    sample.advance(drafted.round(), "agreed");
    assertThat(codes(move(drafted.round(), RoundState.EXECUTING))).isNotEmpty();
    at(day.minusDays(2), "12:00");
    sample.reconfirm(drafted.offered());
    sample.advance(drafted.round(), "preparing");

    at(day.minusDays(3), "23:00");
    assertThat(lost(drafted.offered())).isZero();
    sample.advance(drafted.round(), "executing");
    assertThat(sample.state("slot", drafted.offer())).isEqualTo("confirmed");
    done(
        handovers.save(
            RoundsSample.OFFICER, id(drafted.round()), sheets(drafted.round()), Map.of()));
    assertThat(codes(recordOf(drafted.round(), day)))
        .containsExactly("handover-event-is-not-in-the-future");
    at(day.plusDays(1), "00:02");
    done(recordOf(drafted.round(), day));
    at(day.minusDays(1), "12:00");
    assertThat(sample.state("round", drafted.round())).isEqualTo("executed");
    assertThat(sample.state("awaited", drafted.awaited().getFirst())).isEqualTo("returned");
  }

  private int lost(UUID offered) {
    return new LostSlots(desk.jdbc()).drop(personOf(offered));
  }

  @Test
  void whatComesBeforeItsAskingWaitsForTheClockAndNothingOfItIsWritten() {
    LocalDate day = LocalDate.of(2026, 3, 29);
    at(day, "00:02");
    RoundsSample.Drafted drafted = sample.drafted();
    UUID round = drafted.round();
    send(round);
    at(day.minusDays(1), "23:57");
    sample.answerEqually(round);

    assertThat(codes(move(round, RoundState.AGREED))).containsExactly("ledger.order");
    assertThat(sample.state("round", round)).isEqualTo("proposed");
    assertThat(ledger(round)).containsExactly("asked", "asked");
    at(day, "00:03");
    done(move(round, RoundState.AGREED));
    assertThat(ledger(round)).containsExactly("accepted", "accepted", "asked", "asked");
  }

  @Test
  void aClockThatIsSetForwardAndBackShortensNoTerm() {
    LocalDate day = LocalDate.of(2026, 3, 29);
    at(day, "12:00");
    UUID offered = sample.offered(day.minusDays(100));
    at(day.minusDays(5), "12:00");
    sample.reconfirm(offered);

    assertThat(reasons(offered, day)).doesNotContain("reconfirmation-72-hours");
    assertThat(reasons(offered, day.plusDays(3))).contains("reconfirmation-72-hours");
    at(day.plusDays(81), "00:02");
    assertThat(fault(offered)).isEqualTo("consent-ended");
  }
}

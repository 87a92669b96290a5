package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.Role;

/// A profile goes dark everywhere within 5 s: in two processes on one database, while both are
/// busy.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawalE2E {
  private static final Duration DARK = Duration.ofSeconds(5);
  private static final int READERS = 4;
  private static final int ANSWERS = 50;

  private final Child second = startTheSecondProcess();
  private final List<Http> processes = List.of(Program.running().http(), second.open());

  /// It shares database, secrets and the store of files with the first.
  private static Child startTheSecondProcess() {
    Path first = Program.running().data();
    Path data = Folders.fresh("e2e-second");
    try {
      Files.createDirectories(data.resolve("demo"));
      Files.copy(first.resolve("demo/tour.properties"), data.resolve("demo/tour.properties"));
      Files.createSymbolicLink(data.resolve("media"), first.resolve("media"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Child.start(
        "--svoi.data=" + data,
        "--server.port=0",
        "--svoi.demo=true",
        "--svoi.database.url=" + Program.running().databaseUrl(),
        "--svoi.database.passwords=" + first.resolve("secrets"));
  }

  @AfterAll
  void stopTheSecondProcess() {
    second.close();
  }

  @Test
  void aWithdrawalIsSeenEverywhereWithinFiveSecondsUnderLoad() {
    People.Person person = People.withMedia();
    List<String> addresses = addresses(person);
    assertThat(seen(addresses)).allMatch(status -> status == 200);
    try (Load load = Load.on(processes, addresses, READERS)) {
      load.awaitAnswers(ANSWERS);
      long start = System.nanoTime();
      Consents.Withdrawn done = withdraw(person, Program.running().as(Role.DESK));
      load.mayNotShowAnyMore();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DARK);
      assertThat(done.ended()).isPositive();
      assertThat(done.goneEverywhere()).isTrue();
      assertThat(seen(addresses)).allMatch(status -> status == 410);
      assertNowhereInListsOrSearch(person);
      load.awaitAnswers(ANSWERS);
      assertThat(load.shownTooLate()).isZero();
      assertThat(load.faults()).isEmpty();
    }
  }

  @Test
  void aProfileWhoseTimeIsOverIsGoneWithoutAnyEvent() {
    JdbcClient owner = Program.running().as(Role.OWNER).jdbc();
    People.Person person = People.firstToGo();
    List<String> addresses = addresses(person);
    assertThat(seen(addresses)).allMatch(status -> status == 200);
    try (Load load = Load.on(processes, addresses, READERS)) {
      load.awaitAnswers(ANSWERS);
      moveClock(owner, "%s - clock_timestamp() - interval '3 s'".formatted(end(person)));
      Await.until("its time comes", DARK, () -> isOver(owner, person));
      Duration late =
          Await.until("gone", DARK, () -> seen(addresses).allMatch(status -> status == 410));

      assertNowhereInListsOrSearch(person);
      assertThat(late).isLessThan(DARK);
      assertThat(load.faults()).isEmpty();
    } finally {
      moveClock(owner, "interval '0'");
    }
    Await.until("back", DARK, () -> seen(addresses).allMatch(status -> status == 200));
  }

  private static Consents.Withdrawn withdraw(People.Person person, Database desk) {
    return new Consents(desk, new AuditTrail(desk.jdbc()))
        .withdraw(new PersonId(person.id()), Set.of(Scope.EXCHANGE), "counsel", "e2e");
  }

  /// The page in two languages, the API's answer, picture and film of a person.
  private static List<String> addresses(People.Person person) {
    return Stream.concat(
            Stream.of("/uk/profiles/", "/ru/profiles/", "/api/v1/profiles/")
                .map(start -> start + person.profile()),
            People.media(person.profile()).stream().filter(file -> file.matches(".*(jpg|mp4)")))
        .toList();
  }

  private Stream<Integer> seen(List<String> addresses) {
    return answers(addresses).map(Http.Answer::status);
  }

  private void assertNowhereInListsOrSearch(People.Person person) {
    List<String> lists =
        List.of(
            "/uk/search?q=" + Sample.encoded(person.familyUk()),
            "/api/v1/search?limit=50&q=" + Sample.encoded(person.familyUk()),
            "/api/v1/suggest?q=" + Sample.encoded(person.familyUk()),
            "/uk/",
            "/uk/register",
            "/uk/register?sort=waiting");
    assertThat(answers(lists))
        .allMatch(answer -> answer.status() == 200)
        .noneMatch(answer -> answer.text().contains(person.profile().toString()));
  }

  /// What both processes answer now.
  private Stream<Http.Answer> answers(List<String> addresses) {
    return processes.parallelStream().flatMap(http -> addresses.stream().map(http::get));
  }

  private static String end(People.Person person) {
    return "(SELECT visible_until FROM register.v_visible WHERE id = '" + person.profile() + "')";
  }

  private static boolean isOver(JdbcClient owner, People.Person person) {
    return owner
        .sql("SELECT count(*) = 0 FROM register.v_visible WHERE id = ?")
        .param(person.profile())
        .query(Boolean.class)
        .single();
  }

  private static void moveClock(JdbcClient owner, String shift) {
    owner.sql("UPDATE platform.clock SET shift = " + shift).update();
  }
}

package svoi.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.platform.Database;
import svoi.platform.Role;

/// Measures how long a withdrawn profile stays visible anywhere, in two processes under load;
/// started by `bench/withdrawals`.
public final class Withdrawals {
  private static final int PROFILES = 5_000;
  private static final int READERS = 4;
  private static final String PUBLISHED =
      "SELECT id, person_id, family_uk FROM register.v_profile WHERE left_on IS NULL ORDER BY id";

  private final Database desk;
  private final List<PublicPages> processes;
  private final Timings confirmed = new Timings("confirmed by every process");
  private final Timings dark = new Timings("seen dark at every address");
  private int shownAfterConfirmation;
  private int unconfirmed;

  private Withdrawals(Database desk, List<PublicPages> processes) {
    this.desk = desk;
    this.processes = processes;
  }

  /// @param profile id in public addresses
  /// @param family name to be searched
  record Published(UUID profile, UUID person, String family) {}

  /// @param words number of withdrawals, then the words that start the program
  public static void main(String[] words) throws IOException, SQLException, InterruptedException {
    int withdrawals = Integer.parseInt(words[0]);
    List<String> program = new ArrayList<>(List.of(words).subList(1, words.length));
    program.addAll(
        List.of("--svoi.limits.searches=0", "--svoi.limits.named-pages=0", "--svoi.doors=site"));
    try (ListsDatabase database = ListsDatabase.embedded(true)) {
      Invention.fill(database, PROFILES);
      try (Program one = Program.start(program, database.url());
          Program two = Program.start(program, database.url())) {
        run(database, List.of(one.address(), two.address()), withdrawals);
      }
    }
  }

  private static void run(ListsDatabase database, List<URI> addresses, int count)
      throws InterruptedException {
    List<Published> published =
        database
            .as(Role.SITE)
            .jdbc()
            .sql(PUBLISHED)
            .query(
                (row, n) ->
                    new Published(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3)))
            .list();
    List<PublicPages> processes = addresses.stream().map(PublicPages::new).toList();
    Withdrawals bench = new Withdrawals(database.as(Role.DESK), processes);
    List<Published> staying = published.subList(count, published.size());
    try (Readers readers = Readers.on(processes, staying, READERS)) {
      long before = readers.answers();
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        bench.withdraw(published.get(i), i % 2 == 0 ? Scope.TEXT : Scope.EXCHANGE);
        if (i % 250 == 249) {
          System.out.println(bench.dark.line());
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d withdrawals in %.0f s, 2 processes, %d readers, %.0f answers/s beside, %d failed.%n",
          count,
          seconds,
          READERS,
          (readers.answers() - before) / seconds,
          readers.failures());
    }
    bench.print();
  }

  private void withdraw(Published who, Scope scope) throws InterruptedException {
    for (PublicPages process : processes) {
      if (process.get("/uk/profiles/" + who.profile()).statusCode() != 200) {
        throw new IllegalStateException(who.profile() + " is not visible to begin with");
      }
    }
    long start = System.nanoTime();
    Consents.Withdrawn done =
        new Consents(desk, new AuditTrail(desk.jdbc()))
            .withdraw(new PersonId(who.person()), Set.of(scope), "counsel", "bench");
    confirmed.add(System.nanoTime() - start);
    if (!done.goneEverywhere()) {
      unconfirmed++;
    }
    while (processes.parallelStream().anyMatch(process -> process.shows(who))) {
      shownAfterConfirmation++;
      Thread.sleep(5);
    }
    dark.add(System.nanoTime() - start);
  }

  private void print() {
    System.out.println(confirmed.line());
    System.out.println(dark.line());
    System.out.println("  shown after the confirmation: " + shownAfterConfirmation);
    System.out.println("  not confirmed within 5 s: " + unconfirmed);
  }
}

package svoi.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.platform.Database;

/// Erases what is due, and looks after it: the key first, then the rows, then the files. It needs
/// nobody to unlock anything.
public final class Retention {
  private static final String ACTOR = "intake.retention";

  /// No upload is under way as long: the door cuts it off after 24 hours.
  private static final Duration LONGEST_UPLOAD = Duration.ofDays(2);

  private static final String IS_DUE =
      """
      SELECT c.id FROM intake.intake_case c
      WHERE c.delete_after <= platform.today() AND NOT EXISTS (
        SELECT FROM intake.hold h WHERE h.case_id = c.id AND h.confirmed_by IS NOT NULL
        AND h.until >= platform.today())
      """;
  private static final String DUE = IS_DUE + " ORDER BY c.id";
  private static final String STILL_DUE = IS_DUE + " AND c.id = ?";
  private static final String OVER =
      "DELETE FROM intake.vault_opening WHERE until <= platform.now()";
  private static final String CASES = "SELECT id FROM intake.intake_case";
  private static final String FILES = "SELECT blob_id FROM intake.attachment";

  private final Database desk;
  private final IntakeStore store;
  private final Threads threads;
  private final DeskRepository rows;
  private final AuditSink audit;

  /// @param desk the way to the database under the desk's role
  public Retention(Database desk, IntakeStore store, AuditSink audit) {
    this.desk = desk;
    this.store = store;
    this.threads = new Threads(desk, store);
    this.rows = new DeskRepository(desk.jdbc());
    this.audit = audit;
  }

  /// Erases every case whose day has come and that nobody holds; and what is over of openings.
  ///
  /// @return how many threads
  /// @throws IntakeUnavailable if the folder of erasure keys is not this database's
  public int eraseDue() {
    threads.checkErasureStore();
    desk.jdbc().sql(OVER).update();
    List<UUID> due = desk.jdbc().sql(DUE).query(UUID.class).list();
    int erased = 0;
    for (UUID id : due) {
      erased += threads.erase(id, () -> isStillDue(id)) ? 1 : 0;
    }
    if (erased > 0) {
      audit.append(ACTOR, "intake.erase", Set.of(), "threads " + erased);
    }
    return erased;
  }

  /// What a check found and put right.
  ///
  /// @param rows cases whose key was gone and whose rows were not
  /// @param keys erasure keys of no case
  /// @param files files of no message
  /// @param lost files that a message names and that are not there: nothing can be done
  public record Checked(int rows, int keys, int files, int lost) {
    public boolean isClean() {
      return rows + keys + files + lost == 0;
    }
  }

  /// Finishes erasures that broke off, and removes what a crash left of a submission that nobody
  /// got a receipt for. Submissions wait while it runs.
  public Checked check() {
    threads.checkErasureStore();
    Checked checked = desk.inTransaction(this::checkAlone);
    if (!checked.isClean()) {
      audit.append(
          ACTOR,
          "intake.check",
          Set.of(),
          "rows %d keys %d files %d lost %d"
              .formatted(checked.rows(), checked.keys(), checked.files(), checked.lost()));
    }
    return checked;
  }

  /// Whoever writes into the case now waits, and is refused once it is gone; who wrote just before
  /// has given it new days, and whoever agreed to a hold just before has stopped it. Two questions:
  /// one that waits for the lock would still answer as of before.
  private boolean isStillDue(UUID id) {
    return rows.locked(id)
        && desk.jdbc().sql(STILL_DUE).param(id).query(UUID.class).optional().isPresent();
  }

  private Checked checkAlone() {
    threads.rows().sweepAlone();
    Set<UUID> cases = ids(CASES);
    Set<UUID> keys = new HashSet<>(store.erasure().all());
    List<UUID> keyless = cases.stream().filter(id -> !keys.contains(id)).toList();
    keyless.forEach(threads.rows()::erase);
    List<UUID> unused = keys.stream().filter(id -> !cases.contains(id)).toList();
    unused.forEach(store.erasure()::erase);
    Set<UUID> named = ids(FILES);
    List<UUID> nameless = store.blobs().all().stream().filter(id -> !named.contains(id)).toList();
    nameless.forEach(store.blobs()::delete);
    int lost = (int) named.stream().filter(id -> !store.blobs().exists(id)).count();
    int broken = store.blobs().sweep(Instant.now().minus(LONGEST_UPLOAD));
    return new Checked(keyless.size(), unused.size(), nameless.size() + broken, lost);
  }

  private Set<UUID> ids(String sql) {
    return new HashSet<>(desk.jdbc().sql(sql).query(UUID.class).list());
  }
}

package svoi.exchange.needs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.platform.Database;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// Which awaited persons are of one family, and whether a round may part them.
public final class FamilyGroups {
  private static final String ADD =
      "INSERT INTO exchange.family_group (id, entered_by) VALUES (?, ?)";
  private static final String PUT =
      "UPDATE exchange.awaited SET family_group_id = ?::uuid WHERE id = ?";
  private static final String MEMBERS =
      "SELECT id FROM exchange.awaited WHERE family_group_id = ? AND state <> 'duplicate' ORDER BY born_on, id";
  private static final String INSEPARABLE =
      "SELECT inseparable FROM exchange.family_group WHERE id = ?";
  private static final String MARK =
      "UPDATE exchange.family_group SET inseparable = ? WHERE id = ?";

  private final Database database;
  private final JdbcClient jdbc;
  private final NeedCards cards;
  private final AuditSink audit;

  public FamilyGroups(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.cards = new NeedCards(database);
    this.audit = audit;
  }

  /// A family as one member may see it.
  ///
  /// @param others whom the member sees, without the person asked about
  /// @param elsewhere how many are on the other track
  public record Family(boolean inseparable, List<AwaitedFile> others, int elsewhere) {
    public Family {
      others = List.copyOf(others);
    }
  }

  /// Empty if the person is in no group.
  public Optional<Family> of(AwaitedFile file, Member by) {
    return file.group()
        .map(
            group -> {
              List<UUID> ids = jdbc.sql(MEMBERS).param(group).query(UUID.class).list();
              List<UUID> others = ids.stream().filter(id -> !id.equals(file.id().value())).toList();
              List<AwaitedFile> seen = cards.of(others, by);
              boolean inseparable =
                  jdbc.sql(INSEPARABLE).param(group).query(Boolean.class).single();
              return new Family(inseparable, seen, others.size() - seen.size());
            });
  }

  /// Says that two persons are of one family.
  ///
  /// @return what keeps them from it; empty if they are now
  public Optional<Finding> join(AwaitedFile one, AwaitedFile other, Member by) {
    needs(one, by);
    needs(other, by);
    boolean apart =
        one.group().isPresent() && other.group().isPresent() && !one.group().equals(other.group());
    if (apart || one.id().equals(other.id())) {
      return Optional.of(new Finding("family.other_group", "kin"));
    }
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              UUID group = one.group().or(other::group).orElseGet(() -> made(by));
              jdbc.sql(PUT).params(group, one.id().value()).update();
              jdbc.sql(PUT).params(group, other.id().value()).update();
              audit.append(
                  by.actor(),
                  "exchange.family-join",
                  Set.of(one.id().value(), other.id().value()),
                  "");
            });
    return Optional.empty();
  }

  private UUID made(Member by) {
    UUID group = UUID.randomUUID();
    jdbc.sql(ADD).params(group, by.id().value()).update();
    return group;
  }

  /// Takes the person out of the group.
  public void leave(AwaitedFile file, Member by) {
    needs(file, by);
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              jdbc.sql(PUT).param(null).param(file.id().value()).update();
              audit.append(by.actor(), "exchange.family-leave", Set.of(file.id().value()), "");
            });
  }

  /// Says whether all of them come in a round or none (invariant 17).
  public void mark(AwaitedFile file, boolean inseparable, Member by) {
    needs(file, by);
    UUID group = file.group().orElseThrow(() -> new IllegalArgumentException("no group"));
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              jdbc.sql(MARK).params(inseparable, group).update();
              audit.append(
                  by.actor(),
                  "exchange.family-mark",
                  jdbc.sql(MEMBERS).param(group).query(UUID.class).list(),
                  inseparable ? "inseparable" : "separable");
            });
  }

  private static void needs(AwaitedFile file, Member by) {
    if (!file.track().isEditedBy(by)) {
      throw new Forbidden("right." + file.track().edit().code());
    }
  }
}

package svoi.exchange.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.IndexedNames;
import svoi.cases.Persons;
import svoi.exchange.OfferedId;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.platform.Database;

/// Finds those who may be offered by name in any spelling: convicted persons through the search of
/// `cases`, captives in an index of their own.
public final class OfferNames {
  private static final int HITS = 20;
  private static final String CONVICTED =
      "SELECT person_id, id FROM exchange.offered WHERE person_id IS NOT NULL";
  private static final String STAMP =
      "SELECT count(*) || ' ' || coalesce(sum(version), 0) FROM exchange.offered_captive";
  private static final String CAPTIVES =
      """
      SELECT offered_id, born_on, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru
      FROM exchange.offered_captive ORDER BY family_uk, given_uk, offered_id
      """;

  private final JdbcClient jdbc;
  private final Persons persons;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Captives captives = new Captives("", NameIndex.empty());

  /// @param persons all of `cases` in memory
  public OfferNames(Database database, Persons persons) {
    this.jdbc = database.jdbc();
    this.persons = persons;
  }

  /// Somebody whom a written name may mean.
  ///
  /// @param same whether it is the name in some spelling; else it is only near it
  public record Known(OfferedId id, LocalDate bornOn, boolean same, double score) {}

  private record Captive(UUID id, LocalDate bornOn) {}

  private record Captives(String stamp, NameIndex<Captive> names) {}

  /// Asks for many names: what is offered is read once.
  public final class Search {
    private final Map<UUID, UUID> offered;
    private final NameIndex<Captive> captives;

    private Search(Map<UUID, UUID> offered, NameIndex<Captive> captives) {
      this.offered = offered;
      this.captives = captives;
    }

    /// Whom the name may mean: the same name first, then by likeness.
    public List<Known> find(String name) {
      Answer<Persons.Known> convicted =
          persons.search(name, known -> offered.containsKey(known.id()), HITS);
      Answer<Captive> held = captives.search(name, known -> true, HITS);
      List<Known> found = new ArrayList<>();
      convicted.matches().forEach(hit -> found.add(convicted(hit, true)));
      held.matches().forEach(hit -> found.add(captive(hit, true)));
      convicted.similar().forEach(hit -> found.add(convicted(hit, false)));
      held.similar().forEach(hit -> found.add(captive(hit, false)));
      found.sort(
          Comparator.comparing((Known known) -> !known.same())
              .thenComparingDouble(known -> -known.score()));
      return found;
    }

    private Known convicted(Hit<Persons.Known> hit, boolean same) {
      UUID id = Objects.requireNonNull(offered.get(hit.key().id()));
      return new Known(new OfferedId(id), hit.key().bornOn(), same, hit.score());
    }
  }

  private static Known captive(Hit<Captive> hit, boolean same) {
    return new Known(new OfferedId(hit.key().id()), hit.key().bornOn(), same, hit.score());
  }

  /// Reads who may be offered now, for asking about names.
  public Search search() {
    Map<UUID, UUID> offered = new HashMap<>();
    jdbc.sql(CONVICTED)
        .query(
            row -> {
              offered.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            });
    return new Search(offered, captives());
  }

  /// Captives with this name and birth date, by whom a new entry may repeat somebody.
  public Optional<Known> twin(PersonName name, @Nullable LocalDate bornOn) {
    return captives()
        .search(name.familyUk() + " " + name.givenUk(), known -> true, HITS)
        .matches()
        .stream()
        .filter(hit -> hit.key().bornOn().equals(bornOn))
        .findFirst()
        .map(hit -> captive(hit, true));
  }

  /// Captives are never deleted and every change counts up: the same counts, the same names.
  private NameIndex<Captive> captives() {
    reading.lock();
    try {
      String stamp = jdbc.sql(STAMP).query(String.class).single();
      if (!stamp.equals(captives.stamp())) {
        try (Stream<Map.Entry<Captive, PersonName>> rows =
            jdbc.sql(CAPTIVES).query((row, n) -> named(row)).stream()) {
          captives = new Captives(stamp, NameIndex.of(rows));
        }
      }
      return captives.names();
    } finally {
      reading.unlock();
    }
  }

  private static Map.Entry<Captive, PersonName> named(ResultSet row) throws SQLException {
    return Map.entry(
        new Captive(
            row.getObject("offered_id", UUID.class), row.getObject("born_on", LocalDate.class)),
        IndexedNames.name(row));
  }
}

package svoi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import svoi.platform.Kyiv;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogIT {
  private static final UUID SOUGHT = UUID.randomUUID();

  private final TestDatabase database = TestDatabase.create();
  private AuditLog log;

  @BeforeAll
  void fill() {
    log =
        new AuditLog(
            database.as(Role.DESK).jdbc(),
            new PersonKeys(database.as(Role.DESK).jdbc(), new byte[32]));
    AuditTrail trail = new AuditTrail(database.as(Role.DESK).jdbc());
    for (int i = 0; i < 60; i++) {
      String actor = i % 3 == 0 ? "anna" : "borys";
      String action = i % 2 == 0 ? "desk.person" : "consent.give";
      List<UUID> subjects = i % 10 == 0 ? List.of(UUID.randomUUID(), SOUGHT) : List.of();
      trail.append(actor, action, subjects, "");
    }
    database.moveClock(Duration.ofDays(2));
    trail.append("anna", "consent.withdraw", List.of(SOUGHT), "exchange");
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<Long> seen = new ArrayList<>();
    AuditQuery query = AuditQuery.ALL;
    OptionalLong next;
    do {
      AuditLog.Page page = log.find(query, 7);
      page.items().forEach(item -> seen.add(item.seq()));
      next = page.next();
      query = query.before(next.orElse(1));
    } while (next.isPresent());

    assertThat(seen).hasSize(61).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(Set.copyOf(seen)).hasSize(61);
  }

  @Test
  void findsByMemberActionAndPerson() {
    assertThat(count(AuditQuery.ALL.by("anna"))).isEqualTo(21);
    assertThat(count(AuditQuery.ALL.doing("consent."))).isEqualTo(31);
    assertThat(count(AuditQuery.ALL.doing("consent.give"))).isEqualTo(30);
    assertThat(count(AuditQuery.ALL.doing("consent.g"))).isZero();
    assertThat(count(AuditQuery.ALL.about(Set.of(SOUGHT)))).isEqualTo(7);
    assertThat(count(AuditQuery.ALL.about(Set.of(SOUGHT)).by("anna").doing("desk.person")))
        .isEqualTo(2);
  }

  @Test
  void daysAreThoseOfKyivAndBothEndsCount() {
    LocalDate later = LocalDate.now(Kyiv.ZONE).plusDays(2);

    assertThat(count(AuditQuery.ALL.between(Optional.of(later), Optional.of(later)))).isEqualTo(1);
    assertThat(count(AuditQuery.ALL.between(Optional.empty(), Optional.of(later.minusDays(1)))))
        .isEqualTo(60);
    assertThat(count(AuditQuery.ALL.between(Optional.of(later.plusDays(1)), Optional.empty())))
        .isZero();
  }

  @Test
  void tellsWhichActionsThereAre() {
    assertThat(log.actions()).containsExactly("consent.give", "consent.withdraw", "desk.person");
  }

  private int count(AuditQuery query) {
    return log.find(query, 100).items().size();
  }
}

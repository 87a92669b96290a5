package svoi.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Language;
import svoi.register.CaseEvent;
import svoi.register.Charge;
import svoi.register.ExchangeConsent;
import svoi.register.Names;
import svoi.register.Profile;
import svoi.register.ProfileId;
import svoi.register.Sentence;
import svoi.register.Sex;

/// A valid visible profile of an invented person; a test changes only what it is about.
final class InventedProfile {
  private LocalDate givenOn = LocalDate.of(2026, 5, 14);
  private LocalDate since = LocalDate.of(2026, 5, 14);
  private Optional<LocalDate> leftOn = Optional.empty();
  private Instant visibleUntil = Instant.MAX;

  InventedProfile consents(String first, String current) {
    since = LocalDate.parse(first);
    givenOn = LocalDate.parse(current);
    return this;
  }

  InventedProfile leftOn(String day) {
    leftOn = Optional.of(LocalDate.parse(day));
    return this;
  }

  InventedProfile visibleUntil(String moment) {
    visibleUntil = Instant.parse(moment);
    return this;
  }

  Profile build() {
    return new Profile(
        new ProfileId(new UUID(0x4000L, 1)),
        new UUID(0x4000L, 2),
        Sex.F,
        new Names(
            "Вигаданець",
            "Марія",
            "Прикладівна",
            "Вигаданец",
            "Мария",
            "Прикладовна",
            "Vyhadanets",
            "Mariia"),
        "UA-63",
        List.of(new Charge("111-1", LocalDate.of(2022, 3, 15), 5)),
        LocalDate.of(2025, 3, 2),
        LocalDate.of(2025, 9, 19),
        new Sentence(false, 8, 0, true),
        Map.of(Language.UK, "Суд установив.\n\nВирок залишено без змін."),
        leftOn,
        new ExchangeConsent(givenOn, givenOn.plusDays(4), since, List.of("counsel")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(
            new CaseEvent("verdict", LocalDate.of(2025, 3, 2)),
            new CaseEvent("in-force", LocalDate.of(2025, 9, 19)),
            new CaseEvent("unknown-here", LocalDate.of(2025, 9, 20))),
        Instant.parse("2026-05-20T21:30:00Z"),
        Instant.parse("2026-05-20T21:30:00Z"),
        visibleUntil);
  }
}

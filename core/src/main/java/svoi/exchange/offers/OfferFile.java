package svoi.exchange.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;

/// One who may be offered, with everything that stands between and a leaving.
///
/// @param person of the module `cases`; null for captives
/// @param legalStatus `convicted`, `accused` or `prisoner-of-war`, as the verdicts stand today
/// @param willingUntil last day of the consent to exchange, or of a captive's own yes; null: none
/// @param reconfirmedAt the newest word in private
/// @param fear never what was said, only whether it stands between
/// @param allowed kinds of legal instrument that fit the legal status
/// @param round in which the person holds a place now
public record OfferFile(
    OfferedId id,
    OfferedKind kind,
    @Nullable UUID person,
    String name,
    String nameRu,
    String latin,
    @Nullable LocalDate bornOn,
    String legalStatus,
    @Nullable LocalDate waitingSince,
    @Nullable LocalDate willingUntil,
    @Nullable Instant reconfirmedAt,
    FearState fear,
    @Nullable UUID round,
    boolean crossed,
    Availability.Standing standing,
    Optional<Examinations.Fitness> fitness,
    Optional<Examinations.Identity> identity,
    List<Examinations.Bar> bars,
    List<Instrument> instruments,
    Set<String> allowed,
    List<Past> history) {
  public OfferFile {
    bars = List.copyOf(bars);
    instruments = List.copyOf(instruments);
    allowed = Set.copyOf(allowed);
    history = List.copyOf(history);
  }

  /// How far the question about a fear of return has come (R28).
  public enum FearState {
    NOT_ASKED,
    /// Nothing speaks against an offer.
    SETTLED,
    /// No offer until counsel's note.
    OPEN
  }

  /// Something that was done.
  ///
  /// @param what for example `identity` or `instrument.filed`
  /// @param agency whose member did it; empty for the machine
  public record Past(Instant at, String what, String agency) {}

  /// The one instrument that is neither refused nor used up.
  public Optional<Instrument> liveInstrument() {
    return instruments.stream().filter(Instrument::isLive).findFirst();
  }
}

package svoi.exchange.offers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.InstrumentState;
import svoi.platform.Kyiv;

/// The act by which somebody may leave, and how far it has come.
///
/// @param kind `art-84-1`, `art-201-1` or `pardon`
public record Instrument(
    UUID id, String kind, InstrumentState state, Instant since, List<Step> steps) {
  /// Ten days to prepare the papers, thirty for a hearing, ten for a ruling to become final: terms
  /// of work, which a lawyer of the operator has to confirm.
  private static final Duration TO_FILE = Duration.ofDays(10);

  private static final Duration TO_DECIDE = Duration.ofDays(30);
  private static final Duration TO_FORCE = Duration.ofDays(10);

  public Instrument {
    steps = List.copyOf(steps);
  }

  /// What happened to it.
  ///
  /// @param body the court, or the office that signed a pardon
  /// @param inForceFrom first day
  /// @param onFile whether the ruling lies in the vault
  public record Step(
      InstrumentState state,
      @Nullable String body,
      @Nullable String number,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate inForceFrom,
      boolean onFile,
      String agency,
      Instant at) {}

  /// Neither refused nor used nor reversed.
  public boolean isLive() {
    return switch (state) {
      case REQUESTED, FILED, GRANTED, IN_FORCE -> true;
      case REFUSED, USED, REVERSED -> false;
    };
  }

  /// What may be entered next. That it was used is said by an outcome, never by hand.
  public List<InstrumentState> next() {
    return switch (state) {
      case REQUESTED -> List.of(InstrumentState.FILED, InstrumentState.REFUSED);
      case FILED -> List.of(InstrumentState.GRANTED, InstrumentState.REFUSED);
      case GRANTED -> List.of(InstrumentState.IN_FORCE, InstrumentState.REVERSED);
      case IN_FORCE -> List.of(InstrumentState.REVERSED);
      case REFUSED, USED, REVERSED -> List.of();
    };
  }

  /// The day by which the next step is due; empty where nothing is waited for.
  public Optional<LocalDate> due() {
    return due(state, since);
  }

  static Optional<LocalDate> due(InstrumentState state, Instant since) {
    return switch (state) {
      case REQUESTED -> day(since, TO_FILE);
      case FILED -> day(since, TO_DECIDE);
      case GRANTED -> day(since, TO_FORCE);
      case IN_FORCE, REFUSED, USED, REVERSED -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(Instant since, Duration term) {
    return Optional.of(since.atZone(Kyiv.ZONE).toLocalDate().plusDays(term.toDays()));
  }
}

package svoi.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// One case in the queue of an unlocked desk.
///
/// @param unanswered whether the source spoke last
/// @param underDuress whether somebody wrote with the receipt that was to be used under duress: the
///     source may not be free
/// @param receivedWeek its Monday
/// @param deleteAfter the day on which it is erased, unless held
public record Waiting(
    UUID id,
    Circumstances about,
    boolean open,
    boolean unanswered,
    boolean underDuress,
    boolean held,
    int messages,
    LocalDate receivedWeek,
    LocalDate deleteAfter) {

  /// Who is in danger first; then who has not been answered, by urgency, by the first day on which
  /// an answer does no harm, by audience, the oldest first.
  public static final Comparator<Waiting> ORDER =
      Comparator.comparing((Waiting w) -> !w.underDuress)
          .thenComparing(w -> !w.open)
          .thenComparing(w -> !w.unanswered)
          .thenComparing(w -> w.about.urgency())
          .thenComparing(w -> w.about.notBefore(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(w -> w.about.audience())
          .thenComparing(w -> w.receivedWeek)
          .thenComparing(w -> w.id);

  @Override
  public String toString() {
    return "case";
  }
}

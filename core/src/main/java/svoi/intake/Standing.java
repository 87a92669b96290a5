package svoi.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the desk did with a case, as its source may know it. The thread of a receipt under duress
/// says only until when it is kept.
///
/// @param open whether the conversation goes on; a word of the source opens it again
/// @param erasedOn the day on which it is erased, unless held
/// @param heldUntil until when it is kept by law, as two persons decided; empty if they did not
/// @param agreed what was agreed with who wants to stop
/// @param apart whether what names the source was put where only two together read it
/// @param referrals what was told to others, the oldest first
public record Standing(
    boolean open,
    LocalDate erasedOn,
    Optional<LocalDate> heldUntil,
    Optional<Agreed> agreed,
    boolean apart,
    List<Referral> referrals) {
  public Standing {
    referrals = List.copyOf(referrals);
  }

  /// The same for somebody who may be forced to show it.
  ///
  /// @param alone the day that follows from this thread alone
  Standing innocent(LocalDate alone) {
    return new Standing(true, alone, Optional.empty(), Optional.empty(), false, List.of());
  }

  @Override
  public String toString() {
    return "standing";
  }
}

package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to one slot.
///
/// @param person id of the file in `cases`; null for others
/// @param deliveredId who was brought instead; null but for a substitution
/// @param despite `consent-ended` or `held`, if that was entered after the round began to execute:
///     the person's word at the line decided
/// @param correction null: nobody says that it was wrong
public record Outcome(
    UUID id,
    SlotId slot,
    Side side,
    UUID participant,
    @Nullable UUID person,
    String name,
    SlotState result,
    @Nullable UUID deliveredId,
    @Nullable String deliveredName,
    LocalDate occurredOn,
    @Nullable String despite,
    @Nullable Correction correction) {

  /// That an outcome was wrong: counts from the second agency's signature on.
  ///
  /// @param hash of its content, as it is signed
  /// @param inEffect null: one signature is missing
  public record Correction(
      UUID id,
      String ground,
      String publicUk,
      String publicEn,
      byte[] hash,
      List<String> signatures,
      @Nullable Instant inEffect) {
    public Correction {
      signatures = List.copyOf(signatures);
    }
  }

  /// What a correction says: the ground for the desk, the line for the public in three languages.
  public record Wrong(String ground, String publicUk, String publicRu, String publicEn) {}
}

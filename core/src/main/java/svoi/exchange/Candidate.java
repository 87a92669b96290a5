package svoi.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who could stand in a block, longest waiting first.
///
/// @param person id of the file in `cases`; null for others
/// @param kind of an offered person, or category of an awaited one
/// @param since held, or waiting, since
/// @param family how many of an inseparable family are not in the round; 0: none
/// @param obstacles why one can't be taken now, as codes; empty: one can
public record Candidate(
    UUID id,
    @Nullable UUID person,
    String name,
    @Nullable LocalDate bornOn,
    String kind,
    LocalDate since,
    int family,
    List<String> obstacles) {
  public Candidate {
    obstacles = List.copyOf(obstacles);
  }

  /// What is looked for.
  ///
  /// @param family beginning of a family name in Ukrainian; empty: anybody
  /// @param all also those who can't be taken, with why
  /// @param after the last one of the page before; null: from the beginning
  public record Wanted(Side side, String family, boolean all, @Nullable Place after) {}

  /// Where a page ended.
  public record Place(LocalDate since, UUID id) {}
}

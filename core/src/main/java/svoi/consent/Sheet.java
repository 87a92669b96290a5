package svoi.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is written down while a guided session runs; anything may still be missing.
///
/// @param language in which everything is read, `uk`, `ru` or `en`
/// @param points which of the fourteen points were read so far
/// @param counselMember the advocate's account in the desk, if there is one
/// @param scopes what the person said yes to; a no is not written down (R16)
public record Sheet(
    String language,
    boolean readAloud,
    Set<Integer> points,
    Set<String> present,
    String counselLicence,
    @Nullable UUID counselMember,
    String placeKind,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable LocalDate validUntil,
    Set<Scope> scopes) {
  /// Who may be present, by role.
  public static final List<String> ROLES =
      List.of("counsel", "interviewer", "ombudsman", "monitor", "interpreter", "doctor");

  public static final List<String> PLACES =
      List.of("colony", "remand-prison", "hospital", "court", "other");

  public Sheet {
    points = Set.copyOf(points);
    present = Set.copyOf(present);
    scopes = Set.copyOf(scopes);
  }

  /// Codes of what a signature still waits for; empty if nothing is missing.
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!points.containsAll(Session.ALL_POINTS)) {
      missing.add("consent.points_missing");
    }
    if (!present.contains("counsel") || counselLicence.isBlank()) {
      missing.add("consent.counsel_required");
    }
    if (placeKind.isEmpty()) {
      missing.add("consent.place_missing");
    }
    if (start == null || end == null || !start.isBefore(end)) {
      missing.add("consent.session_times");
    }
    if (validUntil == null) {
      missing.add("consent.validity");
    }
    if (scopes.isEmpty()) {
      missing.add("consent.nothing_to_sign");
    }
    return missing;
  }
}

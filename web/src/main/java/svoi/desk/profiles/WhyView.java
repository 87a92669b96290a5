package svoi.desk.profiles;

import java.util.List;
import java.util.stream.Stream;
import svoi.register.Why;

/// Every condition of publication, held or not, and what ends it.
///
/// @param failing conditions that do not hold, in the order in which they are met
/// @param holding conditions that hold
public record WhyView(Why why, List<Condition> failing, List<Condition> holding) {
  /// In the order in which a file comes to meet them.
  private static final List<String> CODES =
      List.of(
          "r1-not-in-force",
          "r5-in-absentia",
          "r4-minor-at-offence",
          "r4-minor-now",
          "r6-prisoner-of-war",
          "r6-serviceman",
          "r7-not-alive",
          "r5-not-in-custody",
          "r30-departed",
          "r8-no-consent-to-exchange",
          "r8-no-consent-to-publication",
          "r51-text-missing",
          "r3-not-approved-by-two-agencies",
          "scheduled",
          "r46-held");

  public WhyView {
    failing = List.copyOf(failing);
    holding = List.copyOf(holding);
  }

  /// One condition.
  ///
  /// @param code stable code of what stands between
  public record Condition(String code) {
    /// Message: how it is while the condition holds.
    public String met() {
      return "desk.profiles.met." + code;
    }

    /// Message: what stands between.
    public String unmet() {
      return "desk.profiles.unmet." + code;
    }

    /// Message: what would satisfy it.
    public String need() {
      return "desk.profiles.need." + code;
    }
  }

  static WhyView of(Why why) {
    if (why.id().isEmpty()) {
      return new WhyView(why, List.of(new Condition("no-profile")), List.of());
    }
    return new WhyView(
        why,
        CODES.stream().filter(why.obstacles()::contains).map(Condition::new).toList(),
        Stream.of(CODES.toArray(new String[0]))
            .filter(code -> !why.obstacles().contains(code))
            .map(Condition::new)
            .toList());
  }

  public boolean visible() {
    return why.visible();
  }

  /// Message: where the present content is between author and reviewers.
  public String review() {
    return "desk.profiles.state." + why.review().name().toLowerCase(java.util.Locale.ROOT);
  }
}

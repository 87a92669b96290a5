package svoi.exchange.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import svoi.exchange.Category;
import svoi.staff.Member;
import svoi.staff.Right;

/// By which way a person is asked for. The database computes it from category and condition.
public enum Track {
  /// In rounds, lists and blocks.
  NEGOTIATED(Right.READ_NEEDS, Right.EDIT_NEEDS),
  /// Children and the gravely wounded, for whom nothing is given (R50).
  UNCONDITIONAL(Right.READ_RETURN_TRACK, Right.EDIT_RETURN_TRACK);

  private final Right read;
  private final Right edit;

  Track(Right read, Right edit) {
    this.read = read;
    this.edit = edit;
  }

  /// Where somebody of this category and condition stands.
  public static Track of(Category category, Health health) {
    return category == Category.CHILD || health == Health.GRAVELY_WOUNDED
        ? UNCONDITIONAL
        : NEGOTIATED;
  }

  /// Tracks whose persons the member may see.
  public static List<Track> seenBy(Member member) {
    return Arrays.stream(values()).filter(track -> member.may(track.read)).toList();
  }

  public boolean isSeenBy(Member member) {
    return member.may(read);
  }

  public boolean isEditedBy(Member member) {
    return member.may(edit);
  }

  /// The right to enter persons of this track.
  Right edit() {
    return edit;
  }

  /// The form in columns and messages, for example `unconditional`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Track> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}

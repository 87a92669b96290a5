package svoi.desk.answers;

import java.util.List;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.exchange.answers.Taken;
import svoi.web.Messages;

/// Why a file could not be read as a table; an empty code: nothing is wrong with it.
///
/// @param about what the code is about, for example the columns
/// @param faults of single rows
public record Unread(String code, String about, List<Taken.Fault> faults) {
  static final Unread NOTHING = new Unread("", "", List.of());

  public Unread {
    faults = List.copyOf(faults);
  }

  /// What is wrong with the file; what is wrong with the form is noted in `typed`.
  static Unread of(Taken taken, Typed typed, Messages t) {
    return switch (taken) {
      case Taken.In _ -> NOTHING;
      case Taken.NoTable none -> new Unread(none.code(), none.about(), List.of());
      case Taken.Wrong wrong -> new Unread("file-cells", "", wrong.faults());
      case Taken.Refused refused -> {
        typed.wrong(
            refused.field(), refused.code(), Refusals.key(t, refused.code()), new Object[0]);
        yield NOTHING;
      }
    };
  }

  public boolean isWrong() {
    return !code.isEmpty();
  }

  /// Key of the sentence for a code.
  public static String words(String code, Messages t) {
    return Refusals.key(t, code);
  }
}

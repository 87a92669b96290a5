package svoi.platform;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.function.Function;

/// The order of names as people of a language know it; the database sorts by codes, which puts Є
/// and І before А.
public final class Alphabet {
  private static final Collator UK = Collator.getInstance(Language.UK.locale()).freeze();

  private Alphabet() {}

  /// By the Ukrainian alphabet.
  public static <T> Comparator<T> ukrainian(Function<? super T, String> name) {
    return Comparator.comparing(name, UK::compare);
  }
}

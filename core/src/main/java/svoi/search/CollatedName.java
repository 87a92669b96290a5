package svoi.search;

import com.ibm.icu.text.Collator;
import java.util.Arrays;
import svoi.platform.Language;
import svoi.register.Names;

/// One name as each language sorts it, against names of the same language only.
final class CollatedName {
  private static final Collator UK = Collator.getInstance(Language.UK.locale()).freeze();
  private static final Collator RU = Collator.getInstance(Language.RU.locale()).freeze();
  private static final Collator EN = Collator.getInstance(Language.EN.locale()).freeze();

  private final byte[] uk;
  private final byte[] ru;
  private final byte[] en;

  CollatedName(Names names) {
    this.uk = UK.getCollationKey(names.full(Language.UK)).toByteArray();
    this.ru = RU.getCollationKey(names.full(Language.RU)).toByteArray();
    this.en = EN.getCollationKey(names.familyLatin() + " " + names.givenLatin()).toByteArray();
  }

  int compareTo(CollatedName other, Language language) {
    return Arrays.compareUnsigned(in(language), other.in(language));
  }

  private byte[] in(Language language) {
    return switch (language) {
      case UK -> uk;
      case RU -> ru;
      case EN -> en;
    };
  }
}

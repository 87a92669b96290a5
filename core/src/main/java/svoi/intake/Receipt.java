package svoi.intake;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import svoi.platform.Language;
import svoi.platform.Sha256;

/// What a source keeps in order to come back: 96 random bits, written as nine words or as thirty
/// digits.
///
/// The bits count, never the text: the same receipt works in every language and in both forms. The
/// arithmetic of the words is that of BIP39: 96 bits and 3 check bits are nine times eleven.
public final class Receipt {
  static final int BYTES = 12;
  static final int WORDS = 9;
  static final int DIGITS = 30;
  private static final int BITS_OF_A_WORD = 11;
  private static final int CHECK_BITS = WORDS * BITS_OF_A_WORD - BYTES * 8;
  private static final int DIGITS_OF_A_GROUP = 5;

  /// So many words of nine are misspelt; more are of another language.
  private static final int FEW = 2;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bits;

  private Receipt(byte[] bits) {
    this.bits = bits;
  }

  /// A new one. Its words mean something else in no other list and on no other keyboard: about one
  /// draw in a million is thrown away for that.
  public static Receipt random() {
    Receipt drawn;
    do {
      byte[] bits = new byte[BYTES];
      RANDOM.nextBytes(bits);
      drawn = new Receipt(bits);
    } while (!drawn.isUnmistakable());
    return drawn;
  }

  static Receipt of(byte[] bits) {
    if (bits.length != BYTES) {
      throw new IllegalArgumentException("a receipt has 96 bits");
    }
    return new Receipt(bits.clone());
  }

  byte[] bits() {
    return bits.clone();
  }

  /// Nine words.
  public List<String> words(Language language) {
    BigInteger number = unsigned(bits).shiftLeft(CHECK_BITS).or(BigInteger.valueOf(check(bits)));
    return IntStream.range(0, WORDS)
        .map(i -> (WORDS - 1 - i) * BITS_OF_A_WORD)
        .mapToObj(shift -> number.shiftRight(shift).intValue() & (WordList.SIZE - 1))
        .map(WordList.of(language)::word)
        .toList();
  }

  /// Thirty digits, the last of them a check digit (Damm), in six groups of five.
  public List<String> digits() {
    String data = String.format(Locale.ROOT, "%029d", unsigned(bits));
    String all = data + Damm.digit(data);
    return IntStream.range(0, DIGITS / DIGITS_OF_A_GROUP)
        .mapToObj(i -> all.substring(i * DIGITS_OF_A_GROUP, (i + 1) * DIGITS_OF_A_GROUP))
        .toList();
  }

  /// Reads what somebody typed: words of any of the languages or digits, in any case, with any
  /// signs between them, with е for ё, on the keyboard of another language, cut after four letters.
  ///
  /// @return empty if it is no receipt: a word that is in no list, or a check that fails
  public static Optional<Receipt> parse(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String digits =
        text.codePoints()
            .filter(Character::isDigit)
            .map(Receipt::latin)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (digits.length() == DIGITS) {
      return ofDigits(digits);
    }
    Set<Receipt> read = new HashSet<>();
    for (Language language : Language.values()) {
      read(words(text.replace('ё', 'е'), "[^\\p{L}]+"), language).ifPresent(read::add);
      List<String> pressed = words(text, "[\\s\\p{Pd}]+");
      read(pressed.stream().map(w -> Keyboard.read(w, language)).toList(), language)
          .ifPresent(read::add);
    }
    return read.size() == 1 ? Optional.of(read.iterator().next()) : Optional.empty();
  }

  /// What hinders nine words that are no receipt.
  ///
  /// @param word place of the first that is not in the list of most of them, counted from 1; 0 if
  ///     all are, and the check fails
  /// @param mixed whether they are words of several languages
  public record Slip(int word, boolean mixed) {}

  /// Looks for the slip in what [#parse] did not read; empty if these are not nine words.
  public static Optional<Slip> slip(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> letters = words(text.replace('ё', 'е'), "[^\\p{L}]+");
    List<String> words = letters.size() == WORDS ? letters : words(text, "[\\s\\p{Pd}]+");
    if (words.size() != WORDS) {
      return Optional.empty();
    }
    List<Integer> strange = strange(words);
    boolean mixed =
        strange.size() > FEW && strange.stream().allMatch(i -> isSomewhere(words.get(i)));
    return Optional.of(new Slip(strange.isEmpty() ? 0 : strange.getFirst() + 1, mixed));
  }

  /// Places of words that are not in the list that has most of them.
  private static List<Integer> strange(List<String> words) {
    return Arrays.stream(Language.values())
        .map(
            language ->
                IntStream.range(0, WORDS)
                    .filter(i -> !isIn(language, words.get(i)))
                    .boxed()
                    .toList())
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static boolean isSomewhere(String word) {
    return Arrays.stream(Language.values()).anyMatch(language -> isIn(language, word));
  }

  private static boolean isIn(Language language, String word) {
    WordList list = WordList.of(language);
    return list.place(word).isPresent() || list.place(Keyboard.read(word, language)).isPresent();
  }

  /// Which of the nine words are asked for after a receipt was shown: counted from 1.
  public record TwoWords(int first, int second) {
    public static TwoWords random() {
      int first = 1 + RANDOM.nextInt(WORDS - 1);
      return new TwoWords(first, first + 1 + RANDOM.nextInt(WORDS - first));
    }
  }

  /// Whether somebody has these two words before them: typed as for [#parse].
  public boolean confirms(TwoWords asked, Language language, String first, String second) {
    List<String> words = words(language);
    boolean one = isWord(words.get(asked.first() - 1), language, first);
    boolean other = isWord(words.get(asked.second() - 1), language, second);
    return one && other;
  }

  private static boolean isWord(String word, Language language, String typed) {
    OptionalInt place = WordList.of(language).place(word);
    String text =
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return WordList.of(language).place(text.replace('ё', 'е')).equals(place)
        || WordList.of(language).place(Keyboard.read(text, language)).equals(place);
  }

  private static List<String> words(String text, String between) {
    return Arrays.stream(text.split(between)).filter(w -> !w.isEmpty()).toList();
  }

  private static Optional<Receipt> read(List<String> words, Language language) {
    if (words.size() != WORDS) {
      return Optional.empty();
    }
    BigInteger number = BigInteger.ZERO;
    for (String word : words) {
      OptionalInt place = WordList.of(language).place(word);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      number = number.shiftLeft(BITS_OF_A_WORD).or(BigInteger.valueOf(place.getAsInt()));
    }
    byte[] bits = bytes(number.shiftRight(CHECK_BITS));
    boolean holds = (number.intValue() & ((1 << CHECK_BITS) - 1)) == check(bits);
    return holds ? Optional.of(new Receipt(bits)) : Optional.empty();
  }

  private static Optional<Receipt> ofDigits(String digits) {
    BigInteger number = new BigInteger(digits.substring(0, DIGITS - 1));
    boolean fits = Damm.holds(digits) && number.bitLength() <= BYTES * 8;
    return fits ? Optional.of(new Receipt(bytes(number))) : Optional.empty();
  }

  private boolean isUnmistakable() {
    List<Optional<Receipt>> readings = new ArrayList<>();
    for (Language language : Language.values()) {
      readings.add(parse(String.join(" ", words(language))));
    }
    return readings.stream().allMatch(reading -> reading.filter(this::equals).isPresent());
  }

  private static int check(byte[] bits) {
    return (Sha256.of(bits)[0] & 0xff) >> (8 - CHECK_BITS);
  }

  private static int latin(int digit) {
    return '0' + Character.digit(digit, 10);
  }

  private static BigInteger unsigned(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  private static byte[] bytes(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[BYTES];
    int length = Math.min(signed.length, BYTES);
    System.arraycopy(signed, signed.length - length, bytes, BYTES - length, length);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Receipt receipt && MessageDigest.isEqual(bits, receipt.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  /// Says nothing: a receipt in a log would be a receipt lost.
  @Override
  public String toString() {
    return "receipt";
  }
}

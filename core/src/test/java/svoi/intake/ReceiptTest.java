package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.intake.Receipt.Slip;
import svoi.intake.Receipt.TwoWords;
import svoi.platform.Language;

class ReceiptTest {
  private final Receipt receipt = receipt("00112233445566778899aabb");

  @Test
  void wordsFollowTheArithmeticOfTheStandard() {
    assertThat(receipt("000000000000000000000000").words(Language.EN))
        .containsExactly(
            "abandon", "abandon", "abandon", "abandon", "abandon", "abandon", "abandon", "abandon",
            "abandon");
    assertThat(receipt("ffffffffffffffffffffffff").words(Language.EN))
        .startsWith("zoo", "zoo", "zoo", "zoo", "zoo", "zoo", "zoo", "zoo");
  }

  @Test
  void everyFormOfAnyReceiptReadsBackToTheSameBits() {
    Random random = new Random(96);
    for (int i = 0; i < 500; i++) {
      byte[] bits = new byte[Receipt.BYTES];
      random.nextBytes(bits);
      Receipt any = Receipt.of(bits);
      assertThat(Receipt.parse(String.join("", any.digits()))).contains(any);
      for (Language language : Language.values()) {
        assertThat(Receipt.parse(String.join(" ", any.words(language)))).contains(any);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void caseSignsAndEndingsDoNotMatter(Language language) {
    List<String> words = receipt.words(language);
    assertThat(Receipt.parse(String.join(", ", words).toUpperCase(Locale.ROOT))).contains(receipt);
    assertThat(Receipt.parse("1. " + String.join("\n- ", words) + ".")).contains(receipt);
    assertThat(
            Receipt.parse(words.stream().map(WordRules::decisive).collect(Collectors.joining("-"))))
        .contains(receipt);
  }

  @ParameterizedTest
  @EnumSource
  void theWordThatIsInNoListIsFound(Language language) {
    List<String> words = new ArrayList<>(receipt.words(language));
    assertThat(Receipt.slip(String.join(" ", words))).contains(new Slip(0, false));
    words.set(3, "ыъыъ");
    assertThat(Receipt.slip(String.join(", ", words))).contains(new Slip(4, false));
    assertThat(Receipt.slip(String.join(" ", words.subList(0, 8)))).isEmpty();
  }

  @Test
  void wordsOfTwoLanguagesAreKnownAsSuch() {
    List<String> words = new ArrayList<>(receipt.words(Language.UK).subList(0, 5));
    words.addAll(receipt.words(Language.EN).subList(5, 9));
    assertThat(Receipt.slip(String.join(" ", words))).map(Slip::mixed).contains(true);
  }

  @Test
  void theLetterIoMayBeTypedAsItIsSpoken() {
    assertThat(Receipt.parse(String.join(" ", receipt.words(Language.RU)).replace('е', 'ё')))
        .contains(receipt);
  }

  @Test
  void theKeyboardOfAnotherLanguageIsUnderstood() {
    for (Language meant : Language.values()) {
      for (Language pressed : Language.values()) {
        String typed = Keyboard.read(String.join(" ", receipt.words(meant)), pressed);
        assertThat(Receipt.parse(typed)).as(meant + " on " + pressed).contains(receipt);
      }
    }
    assertThat(Keyboard.read("djlf", Language.RU)).isEqualTo("вода");
    assertThat(Keyboard.read("ирфь", Language.EN)).isEqualTo("bham");
    assertThat(Keyboard.read("лыс", Language.UK)).isEqualTo("ліс");
  }

  @Test
  void digitsMayBeGroupedAsOneLikes() {
    assertThat(receipt.digits()).hasSize(6).allMatch(group -> group.matches("[0-9]{5}"));
    assertThat(Receipt.parse(String.join(" - ", receipt.digits()))).contains(receipt);
    assertThat(Damm.digit("572")).isEqualTo(4);
  }

  @Test
  void everyWrongDigitAndEveryExchangeOfNeighboursIsFound() {
    String digits = String.join("", receipt.digits());
    for (int i = 0; i < digits.length(); i++) {
      for (char other = '0'; other <= '9'; other++) {
        if (other != digits.charAt(i)) {
          String wrong = digits.substring(0, i) + other + digits.substring(i + 1);
          assertThat(Receipt.parse(wrong)).isEmpty();
        }
      }
      if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
        String exchanged =
            digits.substring(0, i - 1)
                + digits.charAt(i)
                + digits.charAt(i - 1)
                + digits.substring(i + 1);
        assertThat(Receipt.parse(exchanged)).isEmpty();
      }
    }
  }

  @Test
  void sevenOfEightWrongWordsAreFoundByTheCheckBits() {
    List<String> words = new ArrayList<>(receipt.words(Language.EN));
    int passed = 0;
    for (int place = 0; place < WordList.SIZE; place++) {
      words.set(4, WordList.of(Language.EN).word(place));
      passed += Receipt.parse(String.join(" ", words)).isPresent() ? 1 : 0;
    }
    assertThat(passed).isBetween(200, 312);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zoo",
        "слово",
        "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo",
        "1",
        "00000000000000000000000000000",
        "999999999999999999999999999999",
        "абв abc вода zoo zoo zoo zoo zoo zoo"
      })
  void whatIsNoReceiptIsRefused(String typed) {
    assertThat(Receipt.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void twoWordsProveThatTheReceiptWasKept(Language language) {
    List<String> words = receipt.words(language);
    TwoWords asked = new TwoWords(3, 7);

    assertThat(receipt.confirms(asked, language, words.get(2), " " + words.get(6) + " ")).isTrue();
    assertThat(
            receipt.confirms(asked, language, words.get(2).toUpperCase(Locale.ROOT), words.get(6)))
        .isTrue();
    assertThat(receipt.confirms(asked, language, words.get(6), words.get(2))).isFalse();
    assertThat(receipt.confirms(asked, language, words.get(2), "")).isFalse();
  }

  @Test
  void theTwoWordsAreTwoDifferentOnesOfNine() {
    for (int i = 0; i < 1_000; i++) {
      TwoWords asked = TwoWords.random();
      assertThat(asked.first()).isBetween(1, 8);
      assertThat(asked.second()).isBetween(asked.first() + 1, 9);
    }
  }

  @Test
  void aReceiptInALogSaysNothing() {
    assertThat(receipt.toString()).isEqualTo("receipt");
    assertThat(Receipt.random()).isNotEqualTo(Receipt.random());
  }

  private static Receipt receipt(String hex) {
    return Receipt.of(HexFormat.of().parseHex(hex));
  }
}

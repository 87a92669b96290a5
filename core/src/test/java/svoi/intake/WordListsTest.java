package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.platform.Language;
import svoi.platform.Sha256;

class WordListsTest {
  /// SHA-256 of `bip-0039/english.txt` in bitcoin/bips.
  private static final String BIP39_ENGLISH =
      "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda";

  @ParameterizedTest
  @EnumSource(names = {"UK", "RU"})
  void ourListsBreakNoRule(Language language) {
    assertThat(WordRules.violations(WordList.of(language).words())).isEmpty();
  }

  @Test
  void theEnglishListIsThatOfTheStandard() {
    String file = String.join("\n", WordList.of(Language.EN).words()) + "\n";

    assertThat(Sha256.hex(Sha256.of(file.getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(BIP39_ENGLISH);
  }

  @ParameterizedTest
  @EnumSource
  void fourLettersDecideInEveryLanguage(Language language) {
    Set<String> beginnings = new HashSet<>();
    WordList.of(language).words().forEach(w -> beginnings.add(WordRules.decisive(w)));

    assertThat(beginnings).hasSize(WordList.SIZE);
  }

  @Test
  void theCheckerFindsEveryKindOfFault() {
    List<String> words = new ArrayList<>(WordList.of(Language.RU).words());
    words.set(0, "ёжики");
    words.set(1, "танкист");
    words.set(2, words.get(3).substring(0, 4));
    words.set(5, "щщщщя");
    words.set(6, "щщщщю");

    assertThat(WordRules.violations(words))
        .anyMatch(v -> v.startsWith("form "))
        .anyMatch(v -> v.startsWith("taboo "))
        .anyMatch(v -> v.startsWith("beginning "))
        .anyMatch(v -> v.startsWith("close "));
  }
}

package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
  private static final String STORY =
      "Біля вигаданого елеватора двоє чоловіків щоп’ятниці фотографують колони вантажівок.";

  @Test
  void wordsAreFoldedToWhatBothLanguagesSpellAlike() {
    assertThat(Shingles.fold("Фотографує")).isEqualTo(Shingles.fold("фотографы"));
    assertThat(Shingles.fold("п’ятниця")).isEqualTo("пятниц");
    assertThat(Shingles.fold("Ґанок")).isEqualTo("ганок");
  }

  @Test
  void theLikeliestIsFirstAndWhatIsUnlikeIsAbsent() {
    Map<String, Shingles> others = new LinkedHashMap<>();
    others.put(
        "half", new Shingles("Двоє чоловіків фотографують колони вантажівок біля моря і міста"));
    others.put("other", new Shingles("Мені пропонують гроші за доставку невідомої посилки"));
    others.put("same", new Shingles(STORY + " Я боюся."));

    List<Shingles.Match<String>> likely = Shingles.likely(new Shingles(STORY), others, 5);

    assertThat(likely).extracting(Shingles.Match::to).containsExactly("same", "half");
    assertThat(likely.getFirst().words()).contains("елеватора");
  }

  @Test
  void whatEverybodyWritesIsNoStory() {
    String greeting = "Добрий день, прошу допомогти мені порадою. ";
    Map<Integer, Shingles> others = new LinkedHashMap<>();
    IntStream.range(0, 40)
        .forEach(
            n ->
                others.put(
                    n,
                    new Shingles(
                        greeting
                            + "слово%1$d річка%1$d дорога%1$d поле%1$d ліс%1$d".formatted(n))));

    assertThat(Shingles.likely(new Shingles(greeting + STORY), others, 5)).isEmpty();
  }

  @Test
  void anEmptyTextIsLikeNothing() {
    assertThat(Shingles.likely(new Shingles(""), Map.of(1, new Shingles("")), 5)).isEmpty();
  }
}

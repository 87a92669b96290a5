package svoi.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is typed is answered.
class AnyTextTest {
  private static final NameIndex<String> INDEX = People.invented();
  private static final String LETTERS =
      "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяъыэёabcdefghijklmnopqrstuvwxyz 'ʼ-.,;[]\u0301\u202e\u0000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "я",
        ".",
        "-----",
        "' OR 1=1 --",
        "<script>",
        "\u202e\u200f\u0000",
        "😀",
        "محمد",
        "\ud800",
        "а\u0301\u0302\u0303\u0304",
        "0",
        "ь",
        "''''",
        "a-b-c-d-e-f-g-h-i-j"
      })
  void answersWhatIsNoName(String query) {
    assertThat(INDEX.search(query, key -> true, 10).matches()).hasSizeLessThan(10);
    assertThat(INDEX.suggest(query, key -> true, 10).matches()).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"о", "Зразкова ", "\u0301", "a", "щ", "x", "'", "аб в"})
  void answersFloods(String piece) {
    assertThat(INDEX.search(piece.repeat(10_000), key -> true, 10).matches()).hasSizeLessThan(10);
  }

  @Test
  void strippedOfMarksANameIsStillTheName() {
    String query = "З\u0301р\u0302а\u0303з\u0304кова\u202e \u0000Оле\u0301на";

    assertThat(People.matches(INDEX, query)).containsExactly("Зразкова Олена");
  }

  @Test
  void answersTenThousandRandomTexts() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 10_000; i++) {
      String query = text(random);
      Answer<String> answer = INDEX.search(query, key -> true, 10);
      assertThat(answer.matches()).allMatch(hit -> hit.score() >= 0.88 && hit.score() <= 1);
      assertThat(answer.similar()).allMatch(hit -> hit.score() < 0.88 && hit.score() > 0.7);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(
          random.nextInt(20) == 0
              ? (char) random.nextInt(0x10000)
              : LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  @Test
  void answersManyThreadsAsItAnswersOne() throws InterruptedException, ExecutionException {
    List<String> queries =
        List.of("Зразкова Олена", "Maketenko S.", "Вигаданцем Олексієм", "Прикалдчук Дарія", "ззз");
    List<Answer<String>> alone = queries.stream().map(AnyTextTest::answer).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer<String>>> answers =
          IntStream.range(0, 2_000)
              .mapToObj(i -> threads.submit(() -> answer(queries.get(i % queries.size()))))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(alone.get(i % queries.size()));
      }
    }
  }

  private static Answer<String> answer(String query) {
    return INDEX.search(query, key -> true, 10);
  }
}

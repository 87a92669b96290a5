package svoi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class ExtractTest {
  private static Extract of(int rows) {
    return new Extract(
        "Список",
        "ABCD1234; перевірка",
        "Хто взяв",
        List.of("№", "Ім’я"),
        new float[] {.1f, .9f},
        Collections.nCopies(rows, List.of("1", "=Вигаданець")));
  }

  @Test
  void everyRowOfATableSaysWhoTookItAndHasNoFormula() {
    assertThat(new String(of(2).csv(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            \ufeff"№","Ім’я","Хто взяв"\r
            "1","'=Вигаданець","ABCD1234; перевірка"\r
            "1","'=Вигаданець","ABCD1234; перевірка"\r
            """);
  }

  @Test
  void paperHoldsAsManyRowsAsAnybodyPrints() throws IOException {
    try (var pdf = Loader.loadPDF(of(Extract.MOST_ON_PAPER).pdf("uk"))) {
      assertThat(pdf.getNumberOfPages()).isBetween(200, 300);
    }
    Extract longer = of(Extract.MOST_ON_PAPER + 1);
    assertThatThrownBy(() -> longer.pdf("uk")).isInstanceOf(IllegalStateException.class);
  }
}

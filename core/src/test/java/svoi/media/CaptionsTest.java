package svoi.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionsTest {
  @Test
  void nothingUnseenAndNoReferenceStandsInsideAWord() {
    Captions.Read.Good good =
        (Captions.Read.Good)
            read(
                """
                WEBVTT

                00:01.000 --> 00:03.500
                зрад&shy;ник зра\u200Bд<b></b>ник зрад&#8203;ник A &amp; B
                """);

    assertThat(good.words()).containsExactly("зрадник зрадник зрадник A &amp; B");
    assertThat(new String(good.file(), StandardCharsets.UTF_8)).doesNotContain("&shy;", "\u200B");
  }

  @Test
  void keepsTimesAndWordsAndLeavesOutTheRest() {
    Captions.Read read =
        read(
            """
            \uFEFFWEBVTT - made by somebody

            NOTE recorded at a place

            STYLE
            ::cue { color: red }

            first
            00:01.000 --> 00:03.500 align:start region:left
            <v Хтось>Я прошу <b>обміну</b>.

            01:00:04.000 --> 01:00:06.000
            Другий рядок
            і третій.
            """);

    assertThat(read).isInstanceOf(Captions.Read.Good.class);
    Captions.Read.Good good = (Captions.Read.Good) read;
    assertThat(good.words()).containsExactly("Я прошу обміну.", "Другий рядок і третій.");
    assertThat(new String(good.file(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            WEBVTT

            00:01.000 --> 00:03.500 align:start
            Я прошу обміну.

            01:00:04.000 --> 01:00:06.000
            Другий рядок
            і третій.
            """);
    assertThat(read(new String(good.file(), StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Captions.Read.Good.class, again -> assertThat(again.file()).isEqualTo(good.file()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/00:00:01,000 --> 00:00:02,000/words|captions.header|1",
        "WEBVTT//00:00:01,000 --> 00:00:02,000/words|captions.times|3",
        "WEBVTT//00:05.000 --> 00:04.000/words|captions.order|3",
        "WEBVTT//00:05.000 --> 00:06.000/words//00:01.000 --> 00:02.000/words|captions.order|6",
        "WEBVTT//only words|captions.times|3",
        "WEBVTT|captions.empty|1"
      })
  void saysWhatIsWrongAndWhere(String text, String code, int line) {
    assertThat(read(text.replace('/', '\n'))).isEqualTo(new Captions.Read.Wrong(code, line));
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(Captions.read(new byte[] {'W', (byte) 0xC3, (byte) 0x28}))
        .isEqualTo(new Captions.Read.Wrong("captions.not_utf8", 1));
  }

  @Test
  void countsLinesOfFilesFromEverySystem() {
    assertThat(read(String.join("\r\n", List.of("WEBVTT", "", "x --> y"))))
        .isEqualTo(new Captions.Read.Wrong("captions.times", 3));
  }

  private static Captions.Read read(String text) {
    return Captions.read(text.getBytes(StandardCharsets.UTF_8));
  }
}

package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.e2e.Http.Answer;

/// Parts of a film, as players ask for them.
class RangesE2E {
  private final Http http = Program.running().http();
  private final String film =
      People.media(Program.running().tour("video")).stream()
          .filter(file -> file.endsWith(".mp4"))
          .findFirst()
          .orElseThrow();
  private byte[] whole = {};

  @BeforeEach
  void fetch() {
    Answer answer = http.get(film);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("accept-ranges")).isEqualTo("bytes");
    whole = answer.body();
  }

  @Test
  void givesThePartThatWasAskedFor() {
    Answer part = http.get(film, "Range", "bytes=100-199");

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("content-range")).isEqualTo("bytes 100-199/" + whole.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
  }

  @Test
  void givesTheEnd() {
    Answer part = http.get(film, "Range", "bytes=-50");

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 50, whole.length));
  }

  @Test
  void givesSeveralPartsAtOnce() {
    Answer parts = http.get(film, "Range", "bytes=0-9,20-29");

    assertThat(parts.status()).isEqualTo(206);
    assertThat(parts.header("content-type")).startsWith("multipart/byteranges");
    assertThat(new String(parts.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("bytes 0-9/" + whole.length, "bytes 20-29/" + whole.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=999999999-", "bytes=999999999-9999999999"})
  void refusesAPartThatIsNotThereAndSaysTheSize(String range) {
    Answer refused = http.get(film, "Range", range);

    assertThat(refused.status()).isEqualTo(416);
    assertThat(refused.header("content-range")).isEqualTo("bytes */" + whole.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=1-2", "bytes=9-1", "bytes=", "bytes=a-b", "x"})
  void neverStumblesOverARangeThatMeansNothing(String range) {
    assertThat(http.get(film, "Range", range).status()).isIn(200, 206, 400, 416);
  }

  @Test
  void thePartOfAnotherVersionIsTheWhole() {
    Answer answer = http.get(film, "Range", "bytes=0-9", "If-Range", "\"another\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(whole);
  }
}

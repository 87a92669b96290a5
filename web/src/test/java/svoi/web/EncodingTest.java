package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | BROTLI",
        "gzip, deflate | GZIP",
        "GZIP | GZIP",
        "gzip;q=1.0, br;q=0.5 | GZIP",
        "br;q=0, gzip;q=0.001 | GZIP",
        "gzip;q=0 | IDENTITY",
        "gzip;q=abc | IDENTITY",
        "gzip;q=1e9 | IDENTITY",
        "* | BROTLI",
        "*;q=0 | IDENTITY",
        "brotli | IDENTITY",
        "xgzip | IDENTITY",
        ",;,=; ,,, | IDENTITY",
        "identity | IDENTITY"
      })
  void choosesTheSmallestFormThatIsAllowed(String header, Encoding expected) {
    assumeThat(Brotli.AVAILABLE).isTrue();

    assertThat(Encoding.choose(header)).isEqualTo(expected);
  }

  @Test
  void sendsPlainBytesToAClientThatSaysNothing() {
    assertThat(Encoding.choose("")).isEqualTo(Encoding.IDENTITY);
  }
}

package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class RangesTest {
  private static final String TAG = "\"4cac15b4\"";

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-99", "bytes=-5", "bytes=999-", "bytes=0-1,5-9", "bytes=0-5000"})
  void whatLiesInTheFileIsCut(String range) {
    assertThatCode(() -> Ranges.check(asking(Map.of("Range", range)), 1_000))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=1000-", "bytes=5-2", "bytes=x", "bytes=", "bytes=99999999999999999999-"})
  void whatDoesNotIsRefusedWithTheSizeOfTheFile(String range) {
    assertThatThrownBy(() -> Ranges.check(asking(Map.of("Range", range)), 1_000))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            refusal -> {
              assertThat(refusal.getStatusCode().value()).isEqualTo(416);
              assertThat(refusal.getHeaders().getFirst("Content-Range")).isEqualTo("bytes */1000");
            });
  }

  @Test
  void aRangeOfAnotherVersionIsTheWholeFile() {
    assertThat(Ranges.ignored(asking(Map.of("Range", "bytes=0-9", "If-Range", "\"0\"")), TAG))
        .isTrue();
    assertThat(Ranges.ignored(asking(Map.of("Range", "bytes=0-9", "If-Range", TAG)), TAG))
        .isFalse();
    assertThat(Ranges.ignored(asking(Map.of("Range", "pages=1-2")), TAG)).isTrue();
    assertThat(Ranges.ignored(asking(Map.of()), TAG)).isFalse();
  }

  private static HttpServletRequest asking(Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RangesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> headers.get((String) arguments[0]));
  }
}

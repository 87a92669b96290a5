package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc\"",
        "W/\"abc\"",
        "\"x\", \"abc\"",
        "\"x\",W/\"abc\" , \"y\"",
        "*",
        " * ",
        "\"a,b\", \"abc\""
      })
  void knowsItsTagInAList(String line) {
    assertThat(EntityTags.named(line, "\"abc\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "\"abcd\"", "\"abc-gz\"", "\"x\"abc\"", "\"abc\"x", "**"})
  void knowsNoOtherTag(String line) {
    assertThat(EntityTags.named(line, "\"abc\"")).isFalse();
  }

  @Test
  void givesOtherBytesAnotherTag() {
    assertThat(EntityTags.of("a".getBytes(StandardCharsets.UTF_8)))
        .hasSize(20)
        .isNotEqualTo(EntityTags.of("b".getBytes(StandardCharsets.UTF_8)));
  }
}

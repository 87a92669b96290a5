package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the strict content security policy would block, or what would tell others of a visit.
class TemplateRulesTest {
  private static final Pattern INLINE =
      Pattern.compile("(?i)\\sstyle=|<style|<script(?! src=)|\\son[a-z]+=\"|javascript:|autoplay");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @Test
  void templatesHaveNothingInline() {
    assertThat(Sources.texts(Sources.TEMPLATES))
        .allSatisfy((file, text) -> assertThat(text).doesNotContainPattern(INLINE));
  }

  @Test
  void templatesNameNoOtherSite() {
    assertThat(Sources.texts(Sources.TEMPLATES))
        .allSatisfy((file, text) -> assertThat(text).doesNotContainPattern(ELSEWHERE));
  }

  @Test
  void noSentenceLivesInATemplate() {
    assertThat(Sources.texts(Sources.TEMPLATES))
        .allSatisfy((file, text) -> assertThat(text).doesNotContainPattern(CYRILLIC));
  }
}

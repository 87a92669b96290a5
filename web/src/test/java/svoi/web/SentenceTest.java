package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import svoi.platform.Language;

class SentenceTest {
  @Test
  void aPluralInsideASelectCountsItsOwnNumber() {
    Sentence sentence =
        Sentence.parse(
            "{sex, select, F {Вона чекає {n, plural, one {# день} few {# дні} many {# днів} other"
                + " {# дня}}} other {Він чекає {n}}}",
            Language.UK);

    assertThat(sentence.with("sex", "F", "n", 3)).isEqualTo("Вона чекає 3 дні");
    assertThat(sentence.with("sex", "M", "n", 1_200)).isEqualTo("Він чекає 1\u00a0200");
  }

  @Test
  void anExactNumberGoesBeforeTheRule() {
    Sentence sentence =
        Sentence.parse("{n, plural, =0 {нікого} one {# особа} other {# осіб}}", Language.UK);

    assertThat(sentence.with("n", 0)).isEqualTo("нікого");
    assertThat(sentence.with("n", 5)).isEqualTo("5 осіб");
  }

  @Test
  void valuesAreNotReadAsSyntax() {
    assertThat(Sentence.parse("{a} і {b}", Language.UK).with("a", "{b}", "b", "#"))
        .isEqualTo("{b} і #");
  }

  @Test
  void whatIsNotUsedHereIsRefusedAtOnce() {
    assertThatThrownBy(() -> Sentence.parse("{d, date, long}", Language.UK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sentence.parse("{n, plural, one {x}}", Language.UK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

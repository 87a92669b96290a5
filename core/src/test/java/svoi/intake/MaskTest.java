package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
  private static final String MARK = Mask.MARK;

  @Test
  void eachLineIsTakenOutWhereverItStandsAsWholeWords() {
    Mask mask = new Mask("Назар Вигаданець\n  +380 50  111 \n");

    assertThat(mask.over("назар\nвигаданець: +380 50 111; Назар Вигаданецький"))
        .isEqualTo(MARK + ": " + MARK + "; Назар Вигаданецький");
  }

  @Test
  void theLongerLineIsTakenOutFirstAndAShortOneNever() {
    Mask mask = new Mask("Назар\nНазар Вигаданець\nя");

    assertThat(mask.over("я Назар Вигаданець, Назар")).isEqualTo("я " + MARK + ", " + MARK);
  }

  @Test
  void signsOfPatternsMeanThemselves() {
    assertThat(new Mask("a.b (c)").over("a.b (c) axb (c)")).isEqualTo(MARK + " axb (c)");
    assertThat(new Mask("$1\\").over("$1\\ $1")).isEqualTo(MARK + " $1");
  }
}

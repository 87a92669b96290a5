package svoi.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The shipped lexicon is sound and of the promised size.
class LexiconTest {
  private static final List<String[]> ROWS =
      Tables.rows("given_names.tsv").stream().filter(row -> !row[0].equals("gender")).toList();

  @Test
  void hasAtLeastFourHundredNames() {
    assertThat(ROWS).hasSizeGreaterThan(400);
    assertThat(ROWS).allMatch(row -> row.length == 6 && row[0].matches("[mf]"));
  }

  @Test
  void namesEachNameOnce() {
    Set<String> seen = new HashSet<>();

    assertThat(ROWS).allMatch(row -> seen.add(row[0] + row[1] + row[2]));
  }

  @Test
  void writesUkrainianAndRussianInTheirOwnLetters() {
    assertThat(ROWS).allMatch(row -> row[1].matches("[А-ЩЬЮЯҐЄІЇа-щьюяґєії'’-]+"));
    assertThat(ROWS).allMatch(row -> row[2].matches("[А-ЯЁа-яё-]+"));
  }

  @Test
  void holdsEveryTableTogether() {
    assertThat(ROWS).allMatch(row -> Lexicon.isGivenName(Cyrillic.soft(Literal.plain(row[1]))));
    assertThat(Lexicon.isPatronymic(Cyrillic.soft("олександрівна"))).isTrue();
    assertThat(Lexicon.isGivenName("zzz")).isFalse();
  }
}

package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All distinct parts of one role, numbered from 0, with the sounds by which they are found.
final class Parts {
  final Role role;

  /// The sounds of all spellings.
  final Dictionary spellings;

  /// For each spelling its links to parts; see [#part], [#worth], [#half].
  final Lists links;

  /// What remains of the spellings without nominative endings.
  final Dictionary stems;

  /// Finds the stems near another one.
  final Vicinity nearStems;

  /// Find the parts of which slips of the finger make a word.
  final Lettering cyrillic;

  final Lettering latin;

  /// For each stem its spellings.
  final Lists spellingsOfStems;

  /// The letters with which a part begins, as bits of [Initials].
  final int[] initials;

  private final String[] uk;
  private final String[] ru;

  private Parts(Role role, Builder builder) {
    this.role = role;
    this.uk = builder.uk.toArray(String[]::new);
    this.ru = builder.ru.toArray(String[]::new);
    this.initials = new int[uk.length];
    Pairs sounds = new Pairs();
    for (int part = 0; part < uk.length; part++) {
      for (Spelling spelling : role.spellings(uk[part], ru[part])) {
        sounds.add(spelling.sound(), (part << 9) | (spelling.half() << 7) | spelling.worth());
      }
    }
    this.spellings = sounds.dictionary();
    this.links = sounds.lists();
    Pairs cut = new Pairs();
    for (int spelling = 0; spelling < spellings.size(); spelling++) {
      for (Stem stem : Stem.ofName(spellings.sound(spelling))) {
        cut.add(stem.text(), spelling);
      }
    }
    this.stems = cut.dictionary();
    this.nearStems = new Vicinity(stems);
    this.spellingsOfStems = cut.lists();
    this.cyrillic = lettering(false);
    this.latin = lettering(true);
    if (role != Role.FAMILY) {
      Arrays.setAll(initials, part -> Initials.ofName(uk[part], ru[part]));
    }
  }

  private Lettering lettering(boolean inLatin) {
    String[] spellings = new String[2 * uk.length];
    for (int part = 0; part < uk.length; part++) {
      List<String> both = Literal.spellings(inLatin, uk[part], ru[part]);
      spellings[2 * part] = both.getFirst();
      spellings[2 * part + 1] = both.getLast();
    }
    return new Lettering(spellings);
  }

  int size() {
    return uk.length;
  }

  String uk(int part) {
    return uk[part];
  }

  String ru(int part) {
    return ru[part];
  }

  static int part(int link) {
    return link >>> 9;
  }

  static int half(int link) {
    return (link >>> 7) & 3;
  }

  /// What a word that is the spelling scores.
  static float worth(int link) {
    return (link & 127) / 100f;
  }

  /// Numbers parts while persons are read.
  static final class Builder {
    private final Map<Pair, Integer> numbers = new HashMap<>();
    private final List<String> uk = new ArrayList<>();
    private final List<String> ru = new ArrayList<>();

    private record Pair(String uk, String ru) {}

    int number(String ukrainian, String russian) {
      Integer known = numbers.putIfAbsent(new Pair(ukrainian, russian), uk.size());
      if (known == null) {
        uk.add(ukrainian);
        ru.add(russian);
      }
      return known == null ? uk.size() - 1 : known;
    }

    Parts build(Role role) {
      return new Parts(role, this);
    }
  }
}

package svoi.names.internal;

import java.util.ArrayList;
import java.util.List;
import svoi.names.Reading;

/// One query on its way through the readings that it may have, until one is certain.
public final class Inquiry {
  /// What a reading through another keyboard layout takes off.
  private static final float LAYOUT = 0.03f;

  /// What joining two words, or cutting one into initials, takes off.
  private static final float REGROUPED = 0.01f;

  private final String text;
  private final List<Seeker> seekers;
  private float best;
  private Reading reading = Reading.NOTHING;

  /// @param answers of each segment of the index
  public Inquiry(String query, Answers<?> answers) {
    this.text = Words.plain(query);
    this.seekers = answers.seekers();
  }

  /// How the best hit was read.
  public Reading reading() {
    return reading;
  }

  public void search() {
    List<Word> words = Words.of(text);
    Reading straight = straight(words);
    seek(Attempt.all(words, Depth.SURE), 0, straight);
    seekInitials(words, straight);
    if (!isCertain()) {
      seek(wide(words), 0, straight);
      regroup(words, straight);
      relayout(false);
    }
    if (best < Score.CONFIDENT && words.size() > 1) {
      seek(doubted(words, Depth.FAR), 0, straight);
    }
  }

  public void suggest() {
    List<Word> words = Words.of(text);
    seek(typing(words), 0, straight(words));
    if (!isCertain()) {
      relayout(true);
    }
  }

  private static List<Attempt> wide(List<Word> words) {
    return doubted(words, Depth.WIDE);
  }

  /// Mistakes are looked for in those words that are not sure to be given names or patronymics.
  private static List<Attempt> doubted(List<Word> words, Depth depth) {
    boolean all = words.stream().allMatch(Inquiry::isKnown);
    return words.stream()
        .map(word -> new Attempt(word, all || !isKnown(word) ? depth : Depth.SURE))
        .toList();
  }

  private static boolean isKnown(Word word) {
    return Sounds.of(word).stream()
        .map(Sounds.Reading::sound)
        .anyMatch(sound -> Role.GIVEN.isKnown(sound) || Role.PATRONYMIC.isKnown(sound));
  }

  /// All words as they are but the last, if it may go on.
  private List<Attempt> typing(List<Word> words) {
    List<Attempt> attempts = new ArrayList<>(Attempt.all(words, Depth.SURE));
    boolean open = !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
    if (open && !attempts.isEmpty()) {
      attempts.set(attempts.size() - 1, new Attempt(words.getLast(), Depth.TYPING));
    }
    return attempts;
  }

  private static Reading straight(List<Word> words) {
    if (words.stream().anyMatch(Word::isMixed)) {
      return Reading.MIXED_LETTERS;
    }
    return words.stream().anyMatch(Word::hasLatin) ? Reading.LATIN : Reading.AS_TYPED;
  }

  private boolean isCertain() {
    return best >= Score.CERTAIN;
  }

  private void seek(List<Attempt> words, float cost, Reading as) {
    for (Seeker seeker : seekers) {
      seeker.seek(words, cost);
      if (seeker.ranking().best() > best) {
        best = seeker.ranking().best();
        reading = as;
      }
    }
  }

  /// Reads neighbours as one word, and pairs of letters as initials.
  private void regroup(List<Word> words, Reading as) {
    for (int i = 0; i + 1 < words.size() && !isCertain(); i++) {
      List<Word> joined = new ArrayList<>(words);
      joined.set(i, words.get(i).with(words.get(i + 1)));
      joined.remove(i + 1);
      seek(Attempt.all(joined, Depth.SURE), REGROUPED, as);
    }
    List<Word> cut = cut(words);
    if (!isCertain() && cut.size() > words.size()) {
      seek(wide(cut), REGROUPED, as);
    }
  }

  /// Two capitals beside small letters are initials, whatever else they may be: Макетенко АС.
  private void seekInitials(List<Word> words, Reading as) {
    boolean small = words.stream().anyMatch(word -> !word.capitals());
    if (small && words.stream().anyMatch(word -> word.capitals() && word.letters().length() == 2)) {
      seek(Attempt.all(cut(words), Depth.SURE), 0, as);
    }
  }

  private static List<Word> cut(List<Word> words) {
    List<Word> cut = new ArrayList<>();
    for (Word word : words) {
      boolean name = !word.capitals() && isKnown(word);
      if (word.letters().length() == 2 && !name) {
        cut.add(word.letter(0));
        cut.add(word.letter(1));
      } else {
        cut.add(word);
      }
    }
    return cut;
  }

  private void relayout(boolean typing) {
    for (Layout layout : Layout.values()) {
      String other = isCertain() || !layout.mayRead(text) ? text : layout.read(text);
      if (!other.equals(text)) {
        relayout(Words.of(other), layout.reading(), typing);
      }
    }
  }

  /// Mistakes are looked for only where something of the other layout is a name at all.
  private void relayout(List<Word> words, Reading as, boolean typing) {
    List<Attempt> sure = typing ? typing(words) : Attempt.all(words, Depth.SURE);
    seek(sure, LAYOUT, as);
    if (!typing && !isCertain() && seekers.stream().anyMatch(seeker -> seeker.knowsOneOf(sure))) {
      seek(wide(words), LAYOUT, as);
    }
  }
}

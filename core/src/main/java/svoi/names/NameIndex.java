package svoi.names;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import svoi.names.internal.Answers;
import svoi.names.internal.Finder;
import svoi.names.internal.Finders;
import svoi.names.internal.Inquiry;
import svoi.names.internal.Segment;

/// Finds persons by name however it is typed: `docs/search.md` explains how.
///
/// Never changed, safe for any number of threads. A changed register gives a new index that shares
/// most of the old one. Nothing of a query is kept but what its last words were found to be.
///
/// @param <K> the caller's key of a person
public final class NameIndex<K> {
  /// A larger delta is folded into the base: searching two parts costs more than one.
  private static final int LARGEST_DELTA = 2_000;

  private static final int MOST_HITS = 100;

  private final Segment<K> base;
  private final BitSet goneFromBase;
  private final Segment<K> delta;
  private final Finders finders;

  private NameIndex(Segment<K> base, BitSet goneFromBase, Segment<K> delta, Finders finders) {
    this.base = base;
    this.goneFromBase = goneFromBase;
    this.delta = delta;
    this.finders = finders;
  }

  private NameIndex(Segment<K> base) {
    this(base, new BitSet(), new Segment.Builder<K>().build(), new Finders());
  }

  /// Indexes persons; the earlier stands first where names are equal.
  public static <K> NameIndex<K> of(Stream<Map.Entry<K, PersonName>> persons) {
    Segment.Builder<K> builder = new Segment.Builder<>();
    persons.forEachOrdered(person -> builder.add(person.getKey(), person.getValue()));
    return new NameIndex<>(builder.build());
  }

  /// An index of nobody.
  public static <K> NameIndex<K> empty() {
    return of(Stream.of());
  }

  /// This index without those for whom `gone` holds, and with `fresh`, who replace persons of the
  /// same key. The work grows with the number of changes; now and then it takes as long as
  /// building anew.
  public NameIndex<K> replacing(Predicate<K> gone, Map<K, PersonName> fresh) {
    Predicate<K> leaves = key -> fresh.containsKey(key) || gone.test(key);
    BitSet left = (BitSet) goneFromBase.clone();
    for (int person = left.nextClearBit(0);
        person < base.size();
        person = left.nextClearBit(person + 1)) {
      left.set(person, leaves.test(base.key(person)));
    }
    Map<K, PersonName> added = new LinkedHashMap<>();
    delta.forEach(new BitSet(), (key, name) -> added.put(key, name));
    added.keySet().removeIf(leaves);
    added.putAll(fresh);
    boolean large = added.size() > LARGEST_DELTA || left.cardinality() * 4L > base.size();
    return large ? folded(left, added) : new NameIndex<>(base, left, segment(added), finders);
  }

  private NameIndex<K> folded(BitSet left, Map<K, PersonName> added) {
    Segment.Builder<K> builder = new Segment.Builder<>();
    base.forEach(left, builder::add);
    added.forEach(builder::add);
    return new NameIndex<>(builder.build());
  }

  private static <K> Segment<K> segment(Map<K, PersonName> persons) {
    Segment.Builder<K> builder = new Segment.Builder<>();
    persons.forEach(builder::add);
    return builder.build();
  }

  /// How many persons are in it.
  public int size() {
    return base.size() - goneFromBase.cardinality() + delta.size();
  }

  /// Whom the query may mean. Any text is answered, in a time that its length does not change.
  ///
  /// @param passes asked about candidates only; for the others it does not hold they do not exist
  /// @param limit of each of the two lists, 1 to 100
  public Answer<K> search(String query, Predicate<? super K> passes, int limit) {
    Finder finder = finders.borrow();
    try {
      Answers<K> answers = answers(passes, finder, limit);
      Inquiry inquiry = new Inquiry(query, answers);
      inquiry.search();
      return answers.all(inquiry.reading());
    } finally {
      finders.giveBack(finder);
    }
  }

  /// Whom somebody may mean who is still typing the last word; only the sure ones.
  ///
  /// @param passes as in [#search]
  /// @param limit 1 to 100
  public Answer<K> suggest(String typed, Predicate<? super K> passes, int limit) {
    Finder finder = finders.borrow();
    try {
      Answers<K> answers = answers(passes, finder, limit);
      Inquiry inquiry = new Inquiry(typed, answers);
      inquiry.suggest();
      return answers.sure(inquiry.reading());
    } finally {
      finders.giveBack(finder);
    }
  }

  private Answers<K> answers(Predicate<? super K> passes, Finder finder, int limit) {
    Answers<K> answers = new Answers<>(finder, Math.clamp(limit, 1, MOST_HITS));
    answers.add(base, person -> !goneFromBase.get(person) && passes.test(base.key(person)));
    answers.add(delta, person -> passes.test(delta.key(person)));
    return answers;
  }
}

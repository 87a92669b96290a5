package svoi.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import svoi.names.PersonName;
import svoi.platform.Language;
import svoi.register.Names;
import svoi.register.ProfileId;

/// What the index keeps of one visible profile: no text, no date of birth, nothing without consent.
///
/// A class and not a record: two rows are never compared by what they hold, and arrays stay inside.
final class Row {
  static final Comparator<Row> NEWEST =
      Comparator.comparing((Row r) -> r.publishedAt).reversed().thenComparing(r -> r.id.value());
  static final Comparator<Row> WAITING =
      Comparator.comparingLong((Row r) -> r.waitingSince).thenComparing(r -> r.id.value());
  static final Comparator<Row> BY_ID = Comparator.comparing(r -> r.id.value());

  private final ProfileId id;
  private final UUID person;
  private final int region;
  private final int[] articles;
  private final boolean video;
  private final boolean departed;
  private final boolean indexable;
  private final long waitingSince;
  private final Instant publishedAt;
  private final long visibleUntil;
  private final Names names;
  private final CollatedName collated;

  /// @param region number in [Columns#regions]
  /// @param articles numbers in [Columns#articles]
  /// @param waitingSince day of the first consent of the unbroken chain, in epoch days
  /// @param visibleUntil epoch milliseconds; from then the row is passed over, without any event
  Row(
      ProfileId id,
      UUID person,
      int region,
      int[] articles,
      boolean video,
      boolean departed,
      boolean indexable,
      long waitingSince,
      Instant publishedAt,
      long visibleUntil,
      Names names) {
    this.id = id;
    this.person = person;
    this.region = region;
    this.articles = articles;
    this.video = video;
    this.departed = departed;
    this.indexable = indexable;
    this.waitingSince = waitingSince;
    this.publishedAt = publishedAt;
    this.visibleUntil = visibleUntil;
    this.names = names;
    this.collated = new CollatedName(names);
  }

  static Comparator<Row> byName(Language language) {
    return (a, b) -> {
      int names = a.collated.compareTo(b.collated, language);
      return names != 0 ? names : a.id.value().compareTo(b.id.value());
    };
  }

  /// Whether the row may be shown at this moment, in epoch milliseconds.
  boolean isVisible(long moment) {
    return moment < visibleUntil;
  }

  ProfileId id() {
    return id;
  }

  UUID person() {
    return person;
  }

  int region() {
    return region;
  }

  int[] articles() {
    return articles;
  }

  boolean video() {
    return video;
  }

  boolean departed() {
    return departed;
  }

  /// Whether the person consented to the home page (scope search engines).
  boolean indexable() {
    return indexable;
  }

  Names names() {
    return names;
  }

  /// The name as the index of names takes it.
  PersonName name() {
    return new PersonName(
        names.familyUk(),
        names.givenUk(),
        names.patronymicUk(),
        names.familyRu(),
        names.givenRu(),
        names.patronymicRu());
  }
}

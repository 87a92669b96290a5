package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import svoi.names.PersonName;

/// Persons, numbered from 0, as three columns of parts, and for family and given names the
/// persons who bear them, sorted by the next part. Never changed.
public final class Segment<K> {
  /// The patronymic of those who have none.
  static final int NO_PATRONYMIC = 0;

  private final List<K> keys;
  private final int[] families;
  private final int[] givens;
  private final int[] patronymics;
  private final Parts familyParts;
  private final Parts givenParts;
  private final Parts patronymicParts;

  /// Persons of a family name, by given name.
  final Lists byFamily;

  /// Persons of a given name, by patronymic.
  final Lists byGiven;

  final Recent recent = new Recent();

  private Segment(Builder<K> builder) {
    keys = builder.keys;
    families = Arrays.copyOf(builder.families, keys.size());
    givens = Arrays.copyOf(builder.givens, keys.size());
    patronymics = Arrays.copyOf(builder.patronymics, keys.size());
    familyParts = builder.familyParts.build(Role.FAMILY);
    givenParts = builder.givenParts.build(Role.GIVEN);
    patronymicParts = builder.patronymicParts.build(Role.PATRONYMIC);
    int[] everybody = new int[keys.size()];
    Arrays.setAll(everybody, person -> person);
    Lists byPatronymic = Lists.of(patronymicParts.size(), patronymics, everybody);
    byGiven = regrouped(byPatronymic, givens, givenParts.size());
    byFamily = regrouped(byGiven, families, familyParts.size());
  }

  private static Lists regrouped(Lists lists, int[] column, int owners) {
    int[] persons = lists.all();
    int[] ownerOf = new int[persons.length];
    Arrays.setAll(ownerOf, i -> column[persons[i]]);
    return Lists.of(owners, ownerOf, persons);
  }

  public int size() {
    return keys.size();
  }

  public K key(int person) {
    return keys.get(person);
  }

  int given(int person) {
    return givens[person];
  }

  int patronymic(int person) {
    return patronymics[person];
  }

  Parts parts(Role role) {
    return switch (role) {
      case FAMILY -> familyParts;
      case GIVEN -> givenParts;
      case PATRONYMIC -> patronymicParts;
    };
  }

  /// The persons who are not in `gone`, with their names.
  public void forEach(BitSet gone, BiConsumer<K, PersonName> reader) {
    for (int person = gone.nextClearBit(0);
        person < size();
        person = gone.nextClearBit(person + 1)) {
      reader.accept(key(person), name(person));
    }
  }

  private PersonName name(int person) {
    int father = patronymics[person];
    return new PersonName(
        familyParts.uk(families[person]),
        givenParts.uk(givens[person]),
        patronymicParts.uk(father).isEmpty() ? null : patronymicParts.uk(father),
        familyParts.ru(families[person]),
        givenParts.ru(givens[person]),
        patronymicParts.ru(father).isEmpty() ? null : patronymicParts.ru(father));
  }

  /// Reads persons one by one.
  public static final class Builder<K> {
    private final List<K> keys = new ArrayList<>();
    private final Parts.Builder familyParts = new Parts.Builder();
    private final Parts.Builder givenParts = new Parts.Builder();
    private final Parts.Builder patronymicParts = new Parts.Builder();
    private int[] families = new int[16];
    private int[] givens = new int[16];
    private int[] patronymics = new int[16];

    public Builder() {
      patronymicParts.number("", "");
    }

    public void add(K key, PersonName name) {
      int person = keys.size();
      if (person == families.length) {
        families = Arrays.copyOf(families, person * 2);
        givens = Arrays.copyOf(givens, person * 2);
        patronymics = Arrays.copyOf(patronymics, person * 2);
      }
      keys.add(key);
      families[person] = familyParts.number(name.familyUk(), name.familyRu());
      givens[person] = givenParts.number(name.givenUk(), name.givenRu());
      patronymics[person] =
          patronymicParts.number(plain(name.patronymicUk()), plain(name.patronymicRu()));
    }

    private static String plain(@Nullable String patronymic) {
      return patronymic == null ? "" : patronymic;
    }

    public Segment<K> build() {
      return new Segment<>(this);
    }
  }
}

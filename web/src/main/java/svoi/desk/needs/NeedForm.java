package svoi.desk.needs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.desk.NameFields;
import svoi.desk.Typed;
import svoi.exchange.Category;
import svoi.exchange.needs.Awaited;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.Restricted;
import svoi.names.Latin;
import svoi.names.PersonName;

/// The one form of an awaited person. Names left empty in the other language and in Latin letters
/// are proposed; service and place are never filled in from what is stored.
final class NeedForm {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private NeedForm() {}

  /// What was entered, as far as it could be read.
  record Entry(Awaited person, Restricted restricted) {}

  static Typed empty() {
    return Typed.filled(
        Map.of("id", UUID.randomUUID().toString(), "category", "pow", "condition", "ordinary"));
  }

  /// What is proposed for what was left empty.
  static Map<String, String> proposed(Typed typed) {
    Map<String, String> proposed = new LinkedHashMap<>(NameFields.proposed(typed));
    Typed whole = typed.with(proposed);
    latin(whole, "familyUk", "familyLatin", proposed);
    latin(whole, "givenUk", "givenLatin", proposed);
    return proposed;
  }

  private static void latin(Typed typed, String from, String to, Map<String, String> proposed) {
    String name = NameFields.name(typed, from);
    if (typed.text(to).isEmpty() && !name.isEmpty()) {
      proposed.put(to, Latin.of(name));
    }
  }

  /// Reads the form and notes what is wrong with it; empty if something could not be read.
  static Optional<Entry> read(Typed typed) {
    for (String field : List.of("familyUk", "givenUk", "familyRu", "givenRu")) {
      typed.needed(field);
    }
    if (!typed.text("sex").matches("[fm]")) {
      typed.wrong(
          "sex", "person.sex_required", NeedWords.key("person.sex_required"), new Object[0]);
    }
    Optional<LocalDate> born = typed.date("born");
    typed.needed("heldSince");
    Optional<LocalDate> held = typed.date("heldSince");
    Optional<Category> category = Category.of(typed.text("category"));
    Optional<Health> health = Health.of(typed.text("condition"));
    if (category.isEmpty()) {
      typed.wrong("category", "desk.shell.wrong.missing");
    }
    if (!typed.ok() || held.isEmpty()) {
      return Optional.empty();
    }
    PersonName name =
        new PersonName(
            NameFields.name(typed, "familyUk"),
            NameFields.name(typed, "givenUk"),
            NameFields.nameOrNull(typed, "patronymicUk"),
            NameFields.name(typed, "familyRu"),
            NameFields.name(typed, "givenRu"),
            NameFields.nameOrNull(typed, "patronymicRu"));
    return Optional.of(
        new Entry(
            new Awaited(
                typed.text("sex"),
                name,
                or(NameFields.name(typed, "familyLatin"), Latin.of(name.familyUk())),
                or(NameFields.name(typed, "givenLatin"), Latin.of(name.givenUk())),
                born.orElse(null),
                category.orElseThrow(),
                health.orElse(Health.ORDINARY),
                held.get()),
            new Restricted(restricted(typed, "service"), restricted(typed, "place"))));
  }

  private static String or(String written, String otherwise) {
    return written.isEmpty() ? otherwise : written;
  }

  /// An empty field keeps what is stored; a tick erases it.
  private static @Nullable String restricted(Typed typed, String field) {
    String text = typed.text(field);
    if (typed.ticked(field + "Gone")) {
      return "";
    }
    return text.isEmpty() ? null : text;
  }

  /// The form filled with a stored person.
  static Typed filled(Awaited person) {
    Map<String, String> known = new LinkedHashMap<>();
    PersonName name = person.name();
    known.put("sex", person.sex());
    known.put("familyUk", name.familyUk());
    known.put("givenUk", name.givenUk());
    known.put("patronymicUk", Objects.requireNonNullElse(name.patronymicUk(), ""));
    known.put("familyRu", name.familyRu());
    known.put("givenRu", name.givenRu());
    known.put("patronymicRu", Objects.requireNonNullElse(name.patronymicRu(), ""));
    known.put("familyLatin", person.familyLatin());
    known.put("givenLatin", person.givenLatin());
    LocalDate born = person.bornOn();
    known.put("born", born == null ? "" : DAY.format(born));
    known.put("category", person.category().code());
    known.put("condition", person.health().code());
    known.put("heldSince", DAY.format(person.heldSince()));
    return Typed.filled(known);
  }
}

package svoi.exchange.needs;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Category;
import svoi.names.PersonName;

/// Who is awaited, as an officer enters it.
///
/// @param sex `f` or `m`
/// @param bornOn null while it is unknown
public record Awaited(
    String sex,
    PersonName name,
    String familyLatin,
    String givenLatin,
    @Nullable LocalDate bornOn,
    Category category,
    Health health,
    LocalDate heldSince) {

  public Track track() {
    return Track.of(category, health);
  }

  /// Family name, given name and patronymic in Ukrainian.
  public String full() {
    return Stream.of(name.familyUk(), name.givenUk(), name.patronymicUk())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  /// The same in Russian.
  public String fullRu() {
    return Stream.of(name.familyRu(), name.givenRu(), name.patronymicRu())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }
}

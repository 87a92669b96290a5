package svoi.desk.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// Whom a row of a letter means: what is written beside those whom we know.
///
/// @param letter address of the letter, where the form is sent below it
/// @param position of the row in it
/// @param version of the letter that is shown
/// @param chosen who was taken to be meant; null: nobody
public record MatchView(
    Frame frame,
    String letter,
    int position,
    int version,
    String name,
    String born,
    String match,
    List<Choice> choices,
    @Nullable UUID chosen)
    implements DeskView {
  public MatchView {
    choices = List.copyOf(choices);
  }

  /// Somebody whom the row may mean.
  ///
  /// @param kind key of the words for what they are
  public record Choice(UUID id, String name, @Nullable LocalDate bornOn, String kind) {}

  /// Address of the row.
  public String path() {
    return letter + "/rows/" + position;
  }
}

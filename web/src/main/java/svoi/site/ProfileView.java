package svoi.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.web.Layout;

/// The page of one person, in words that are ready to be shown.
///
/// @param spellings of the name other than the page's own
/// @param status what the person is, in words beside the name
/// @param left set when the person has left in an exchange: what that means for this page
/// @param plot paragraphs
/// @param data address of the same profile for programs
/// @param sex `F` or `M`, for sentences about the person
public record ProfileView(
    Layout layout,
    String name,
    List<Spelling> spellings,
    RegisterView.Step region,
    String status,
    List<Tag> tags,
    Optional<String> left,
    Optional<PictureView> picture,
    Silhouette silhouette,
    List<Fact> facts,
    ConsentView consent,
    List<String> plot,
    Optional<VideoView> video,
    List<Event> path,
    String data,
    String sex) {
  public ProfileView {
    spellings = List.copyOf(spellings);
    tags = List.copyOf(tags);
    facts = List.copyOf(facts);
    plot = List.copyOf(plot);
    path = List.copyOf(path);
  }

  /// The name in another spelling.
  ///
  /// @param language code for the `lang` attribute
  public record Spelling(String language, String text) {}

  /// One line of the list of facts.
  ///
  /// @param href address that the text leads to, or null
  /// @param note a second, smaller line, or null
  public record Fact(String label, String text, @Nullable String href, @Nullable String note) {}

  /// The consent to exchange, an item of its own.
  ///
  /// @param days waiting, in words
  /// @param since day from which they count, in words
  /// @param present roles of who was there, in words; never names
  public record ConsentView(
      DateView given, DateView confirmed, String days, DateView since, List<String> present) {
    public ConsentView {
      present = List.copyOf(present);
    }
  }

  /// A date for readers and for programs.
  public record DateView(String iso, String text) {}

  /// A film with its poster, captions and text.
  ///
  /// @param transcript lines of what is said, in the page's language; may be empty
  public record VideoView(
      String film,
      String type,
      @Nullable String poster,
      int width,
      int height,
      String length,
      List<Track> tracks,
      List<String> transcript) {
    public VideoView {
      tracks = List.copyOf(tracks);
      transcript = List.copyOf(transcript);
    }
  }

  /// Captions in a language.
  public record Track(String href, String language, String name, boolean usual) {}

  /// A step on the path of the case.
  ///
  /// @param kind `ok` for consent, `on` for all else
  public record Event(DateView date, String text, String kind) {}
}

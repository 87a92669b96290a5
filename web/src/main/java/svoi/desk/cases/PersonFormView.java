package svoi.desk.cases;

import java.util.List;
import java.util.Optional;
import svoi.cases.Duplicates;
import svoi.cases.StoredFile;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.reference.Article;
import svoi.reference.Region;

/// The form of a file.
///
/// @param action where it is sent
/// @param version of the file that is corrected; 0 for a new one
/// @param proposed names of the fields that were filled in and are to be looked at
/// @param candidates files that may be about the same person
/// @param differing fields in which the stored file is another one than the typed: a stale save
/// @param verdict address of the verdict to type from, if it may be shown beside the form
public record PersonFormView(
    Frame frame,
    Typed typed,
    String action,
    int version,
    FormShape shape,
    List<Region> regions,
    List<Article> articles,
    List<String> proposed,
    List<Duplicates.Candidate> candidates,
    List<Difference> differing,
    Optional<StoredFile> file,
    Optional<String> verdict)
    implements DeskView {
  public PersonFormView {
    regions = List.copyOf(regions);
    articles = List.copyOf(articles);
    proposed = List.copyOf(proposed);
    candidates = List.copyOf(candidates);
    differing = List.copyOf(differing);
  }

  /// One field of a stale save.
  ///
  /// @param name of the field
  /// @param label key of its message
  public record Difference(String name, String label, String stored, String typed) {}

  /// Key of the label of a field, whatever its row.
  public static String label(String field) {
    return "desk.cases.field." + field.substring(field.lastIndexOf('.') + 1);
  }
}

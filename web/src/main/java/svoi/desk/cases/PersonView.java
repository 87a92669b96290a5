package svoi.desk.cases;

import java.util.List;
import svoi.cases.Duplicates;
import svoi.cases.Merges;
import svoi.cases.StoredFile;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.reference.Reference;

/// A whole file.
///
/// @param mayEdit whether this member may correct it
/// @param absorbed records that were merged into this one
public record PersonView(
    Frame frame,
    Officer officer,
    StoredFile file,
    Reference reference,
    boolean mayEdit,
    List<Duplicates.Candidate> candidates,
    List<Merges.Merge> merges,
    List<StoredFile> absorbed,
    MergeForm merge)
    implements DeskView {
  public PersonView {
    candidates = List.copyOf(candidates);
    merges = List.copyOf(merges);
    absorbed = List.copyOf(absorbed);
  }

  /// What was typed into the form of a proposal.
  public record MergeForm(svoi.desk.Typed typed) {}

  /// Where the pages of this file lie.
  public String path() {
    return "/desk/persons/" + file.id().value();
  }

  /// Title of an article as it was called at the act.
  public String title(String article, java.time.LocalDate from) {
    return reference.articles().stream()
        .filter(a -> a.number().equals(article) && a.from().equals(from))
        .map(a -> a.title(frame.language()))
        .findFirst()
        .orElse("");
  }

  /// Full name of the region of the act.
  public String region(String iso) {
    return reference.region(iso).in(frame.language()).name();
  }
}

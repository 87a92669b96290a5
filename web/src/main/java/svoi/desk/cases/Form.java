package svoi.desk.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.cases.Duplicates;
import svoi.cases.StoredFile;
import svoi.desk.Typed;

/// What the form of a file shows besides what was typed.
record Form(
    Typed typed,
    Optional<StoredFile> file,
    int version,
    List<String> proposed,
    List<Duplicates.Candidate> candidates,
    List<PersonFormView.Difference> differences) {

  static Form of(Typed typed) {
    return new Form(typed, Optional.empty(), 0, List.of(), List.of(), List.of());
  }

  Form of(StoredFile file, int version) {
    return new Form(typed, Optional.of(file), version, proposed, candidates, differences);
  }

  Form proposing(Map<String, String> fields) {
    return new Form(typed, file, version, List.copyOf(fields.keySet()), candidates, differences);
  }

  Form asking(List<Duplicates.Candidate> found) {
    return new Form(typed, file, version, proposed, found, differences);
  }

  Form differing(List<PersonFormView.Difference> found) {
    return new Form(typed, file, version, proposed, candidates, found);
  }
}

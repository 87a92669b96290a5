package svoi.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole file of a person, for those who may open it.
///
/// @param version changes with every save; a save that names an older one is stale
/// @param imported came by an import and was not checked by an officer since
/// @param mergedInto the record that is kept, if this one is only a pointer
public record StoredFile(
    PersonId id,
    String agency,
    int version,
    boolean imported,
    Optional<PersonId> mergedInto,
    Person person,
    String familyLatin,
    String givenLatin,
    List<Proceeding> proceedings) {
  public StoredFile {
    proceedings = List.copyOf(proceedings);
  }

  /// @param inForce a guilty verdict stands in legal force today (R1, R2)
  /// @param verdictFile the newest one
  public record Proceeding(
      UUID id,
      @Nullable String registerId,
      @Nullable String pretrialNumber,
      CaseFile file,
      boolean inForce,
      List<Step> steps,
      Optional<VerdictFile> verdictFile) {
    public Proceeding {
      steps = List.copyOf(steps);
    }

    /// Day of an upheld verdict, if there was an appeal.
    public Optional<LocalDate> appealOn() {
      return steps.stream()
          .filter(step -> step.kind().equals("appeal-upheld"))
          .reduce((earlier, later) -> later)
          .map(Step::on);
    }
  }

  /// @param recordedAt when it was entered
  public record Step(String kind, LocalDate on, Instant recordedAt) {}
}

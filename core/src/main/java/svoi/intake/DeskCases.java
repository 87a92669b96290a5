package svoi.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskRepository.CaseRow;

/// Opens cases with the keys of an unlocked member. Whether the member still belongs to the desk is
/// asked of the database each time; a seal that was taken away counts at once.
final class DeskCases {
  private final DeskRepository rows;
  private final ErasureKeys erasure;

  DeskCases(DeskRepository rows, ErasureKeys erasure) {
    this.rows = rows;
    this.erasure = erasure;
  }

  /// A case with its key and its card.
  record OpenCase(CaseRow row, CaseKey key, Card card) {
    Waiting waiting() {
      boolean spoken = row.messages() > 1;
      return new Waiting(
          row.id(),
          card.about(),
          row.open(),
          row.unanswered(),
          card.decoy() && spoken,
          row.held(),
          row.messages(),
          row.receivedWeek(),
          row.deleteAfter());
    }

    /// Whether nobody has anything to read in it: a thread under duress that nobody used.
    boolean isSilent() {
      return card.decoy() && row.messages() <= 1;
    }

    @Override
    public String toString() {
      return "open case";
    }
  }

  /// What a desk has, as far as a member can open it.
  ///
  /// @param open silent ones included
  /// @param damaged how many do not open, though the keys are there
  record Opened(List<OpenCase> open, int damaged) {}

  /// All cases of a desk that this member can open. One that is damaged hides no other.
  Opened of(Unlocked member, String desk) {
    List<OpenCase> open = new ArrayList<>();
    int damaged = 0;
    for (CaseRow row : rows.cases(member.staff(), desk)) {
      try {
        open(member, row).ifPresent(open::add);
      } catch (Damaged e) {
        damaged++;
      }
    }
    return new Opened(open, damaged);
  }

  /// @throws IntakeRefused if the case is gone or the member has no key of its desk
  OpenCase find(Unlocked member, UUID id) {
    CaseRow row = rows.find(member.staff(), id).orElseThrow(DeskCases::gone);
    return open(member, row).orElseThrow(DeskCases::gone);
  }

  /// The other thread of its pair; empty if it was erased.
  Optional<OpenCase> twin(Unlocked member, OpenCase open) {
    return rows.find(member.staff(), open.card().twin()).flatMap(row -> open(member, row));
  }

  private Optional<OpenCase> open(Unlocked member, CaseRow row) {
    Optional<KeyPair> pair = member.epoch(row.epoch());
    Optional<byte[]> erasureKey = erasure.find(row.id());
    if (pair.isEmpty() || erasureKey.isEmpty()) {
      return Optional.empty();
    }
    CaseKey key =
        CaseSeal.openAtDesk(row.id(), row.epoch(), pair.get(), erasureKey.get(), row.ckDesk());
    return Optional.of(new OpenCase(row, key, Card.of(key.open(Part.CARD, 0, row.card()))));
  }

  private static IntakeRefused gone() {
    return new IntakeRefused(IntakeRefused.Reason.GONE);
  }
}

package svoi.desk.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.intake.DeskKeys;

/// Keys of the desks that concern a member.
///
/// @param open whether the member has unlocked
/// @param colleagues intake officers with keys, the member among them
/// @param about desk or key whose form was refused; empty if none was
public record KeysView(
    Frame frame,
    Officer officer,
    boolean open,
    List<DeskKeys.Desk> desks,
    List<Colleague> colleagues,
    String about,
    Typed typed)
    implements DeskView {
  /// Instead of a desk's code: the form of a new one whose key stays offline. No code has
  /// an underscore.
  public static final String OFFLINE = "new_offline";

  public KeysView {
    desks = List.copyOf(desks);
    colleagues = List.copyOf(colleagues);
  }

  /// An intake officer.
  ///
  /// @param fingerprint of the key; empty without one
  public record Colleague(UUID id, String name, String agency, Optional<String> fingerprint) {}

  public UUID me() {
    return IntakeDesk.idOf(officer);
  }

  public boolean isMember(DeskKeys.Desk desk) {
    return desk.members().contains(me());
  }

  /// Those to whom a key of this desk may be given.
  public List<Colleague> candidates(DeskKeys.Desk desk) {
    return colleagues.stream()
        .filter(c -> c.fingerprint().isPresent() && !c.id().equals(me()))
        .filter(c -> c.agency().equals(desk.agency()) && !desk.members().contains(c.id()))
        .toList();
  }

  /// Those who may carry cases of an offline desk of this agency.
  public List<Colleague> carriers(String agency) {
    return colleagues.stream().filter(c -> c.agency().equals(agency)).toList();
  }

  public String agency() {
    return officer.member().agency();
  }

  public boolean mayGrant(DeskKeys.Desk desk, DeskKeys.Proposed proposed) {
    return open && isMember(desk) && !proposed.by().equals(me()) && !proposed.member().equals(me());
  }

  public String name(UUID id) {
    return colleagues.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(Colleague::name)
        .orElseGet(() -> id.toString().substring(0, 8));
  }

  public String fingerprint(UUID id) {
    return colleagues.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .flatMap(Colleague::fingerprint)
        .orElse("");
  }

  /// What was typed into the forms of this desk.
  public Typed typed(String code) {
    return code.equals(about) ? typed : Typed.empty();
  }
}

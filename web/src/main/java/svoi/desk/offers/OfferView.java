package svoi.desk.offers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.OfferedKind;
import svoi.exchange.offers.Instrument;
import svoi.exchange.offers.OfferFile;
import svoi.exchange.offers.Reason;
import svoi.staff.Right;

/// One who may be offered, and the forms of what is missing.
///
/// @param reached whether the member may open the file in `cases`
/// @param day for which the conditions are judged
/// @param today on which terms of instruments are judged
/// @param opened name of the form that was sent and has faults; empty for none
public record OfferView(
    Frame frame,
    Officer officer,
    OfferFile file,
    boolean reached,
    LocalDate day,
    LocalDate today,
    Typed typed,
    String opened)
    implements DeskView {
  public String path() {
    return OfferController.path(file.id());
  }

  /// Days of waiting until today; empty without a consent.
  public OptionalLong waited() {
    LocalDate since = file.waitingSince();
    return since == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(since, today));
  }

  public boolean edits() {
    return officer.may(Right.EDIT_OFFERS) && !file.crossed();
  }

  public boolean isCaptive() {
    return file.kind() != OfferedKind.CONVICTED;
  }

  /// What would satisfy a condition: other words for captives where they are asked, not read a
  /// consent.
  public String mend(Reason reason) {
    boolean wish = isCaptive() && reason.code().matches("no-consent|consent.*|reconfirmation.*");
    return "desk.offers.mend." + (wish ? "wish" : reason.code());
  }

  /// The same of who can do it.
  public String who(Reason reason) {
    boolean wish = isCaptive() && reason.code().matches("no-consent|consent.*|reconfirmation.*");
    return "desk.offers.who." + (wish ? "wish" : reason.code());
  }

  /// A page where this member could satisfy the condition; empty if it is not theirs.
  public String where(Reason reason) {
    return switch (reason) {
      case NO_CONSENT, CONSENT_ENDS_BEFORE, RECONFIRMATION_14_DAYS, RECONFIRMATION_72_HOURS ->
          isCaptive() && edits() ? "#wish" : consents();
      case FEAR_NOT_ASKED, FEAR -> officer.may(Right.ASK_ABOUT_FEAR) ? path() + "/fear" : "";
      case IDENTITY -> edits() ? "#identity" : "";
      case NOT_FIT, FITNESS -> edits() ? "#fitness" : "";
      case BARRED -> edits() ? "#bars" : "";
      case INSTRUMENT -> edits() ? "#instrument" : "";
      case IN_A_ROUND -> officer.may(Right.READ_ROUNDS) ? "/desk/rounds/" + file.round() : "";
      case NOT_REGISTERED, FILE_CLOSED, NOT_IN_CUSTODY, HELD, CROSSED -> "";
    };
  }

  private String consents() {
    boolean may = officer.may(Right.LEAD_SESSIONS) || officer.may(Right.RECONFIRM_CONSENTS);
    return may && reached ? "/desk/persons/" + file.person() + "/consents" : "";
  }

  /// Kinds of instrument that may be asked for now.
  public List<String> requestable() {
    return file.liveInstrument().isPresent()
        ? List.of()
        : file.allowed().stream().sorted().toList();
  }

  public boolean isOpen(String form) {
    return opened.equals(form);
  }

  public boolean isOverdue(Instrument instrument) {
    return instrument.due().isPresent() && instrument.due().get().isBefore(today);
  }
}

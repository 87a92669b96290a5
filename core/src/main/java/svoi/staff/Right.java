package svoi.staff;

import static svoi.staff.StaffRole.ADMINISTRATOR;
import static svoi.staff.StaffRole.AUTHOR;
import static svoi.staff.StaffRole.COUNSEL;
import static svoi.staff.StaffRole.INTAKE_OFFICER;
import static svoi.staff.StaffRole.INTERVIEWER;
import static svoi.staff.StaffRole.MONITOR;
import static svoi.staff.StaffRole.PRISON_LIAISON;
import static svoi.staff.StaffRole.RETURN_OFFICER;
import static svoi.staff.StaffRole.REVIEWER;
import static svoi.staff.StaffRole.ROUND_OFFICER;
import static svoi.staff.StaffRole.VERIFIER;

import java.util.Locale;
import java.util.Set;

/// What may be done, and by whom: the one table of rights. Whose files a member reaches is a
/// question of its own, because it depends on the file.
public enum Right {
  /// Find persons and open their files.
  READ_CASES(AUTHOR, REVIEWER, INTERVIEWER, VERIFIER, MONITOR, ROUND_OFFICER),
  /// Find a client, or a person in one's prison, and see the state of their consents.
  READ_CARDS(COUNSEL, PRISON_LIAISON),
  /// Enter persons and proceedings and correct them; upload verdicts.
  EDIT_CASES(AUTHOR),
  /// Record a turn of a proceeding, a death or a release, which takes effect at once.
  RECORD_EVENTS(AUTHOR, REVIEWER),
  /// Propose that two files are one person, or confirm it for another member.
  MERGE_PERSONS(AUTHOR, REVIEWER),
  /// Open what is restricted: the file of the verdict, documents.
  READ_RESTRICTED(AUTHOR, REVIEWER, VERIFIER, MONITOR),
  /// Record where a person is held.
  RECORD_DETENTION(AUTHOR, PRISON_LIAISON),
  /// Open the place of detention of somebody about whom one needs to know it.
  READ_DETENTION(PRISON_LIAISON, INTERVIEWER, VERIFIER, MONITOR),
  /// Open it without need to know, once, with a written reason that the monitor reads.
  BREAK_GLASS(AUTHOR, REVIEWER, INTERVIEWER, VERIFIER, PRISON_LIAISON, COUNSEL, ROUND_OFFICER),
  /// Lead a consent session and enter its sheets.
  LEAD_SESSIONS(INTERVIEWER),
  /// Ask for a consent session.
  REQUEST_SESSIONS(PRISON_LIAISON, COUNSEL, AUTHOR),
  /// Verify a consent in private, and reconfirm it.
  VERIFY_CONSENTS(VERIFIER),
  /// Ask again in private whether the person still wants it.
  RECONFIRM_CONSENTS(VERIFIER, INTERVIEWER),
  /// Take back a consent in the person's name: no reason, no approval (R15).
  WITHDRAW_CONSENTS(
      AUTHOR, REVIEWER, INTERVIEWER, COUNSEL, VERIFIER, PRISON_LIAISON, MONITOR, ADMINISTRATOR),
  /// Keep the old waiting date after a withdrawal that was not the person's.
  RESTORE_WAITING_DATE(MONITOR),
  /// Write a profile and hand it in for review.
  WRITE_PROFILES(AUTHOR),
  /// Approve exactly this content, or send it back with a comment.
  REVIEW_PROFILES(REVIEWER),
  /// Stop a publication; lift what one's own body stopped (R46).
  HOLD_PUBLICATION(MONITOR),
  /// See who is sought on the negotiated track, and open an entry.
  READ_NEEDS(ROUND_OFFICER, MONITOR),
  /// Enter those who are sought, record what became known, merge, take and send need lists.
  EDIT_NEEDS(ROUND_OFFICER),
  /// Speak with relatives of those who are sought, and note that it was done.
  CONTACT_FAMILIES(ROUND_OFFICER, RETURN_OFFICER),
  /// See the children and the gravely wounded on the track of unconditional return (R50).
  READ_RETURN_TRACK(RETURN_OFFICER, MONITOR),
  /// Enter them, and record the steps of their return.
  EDIT_RETURN_TRACK(RETURN_OFFICER),
  /// See who is available on a day, and why others are not.
  READ_OFFERS(ROUND_OFFICER, MONITOR),
  /// Register who may be offered; identity, fitness, the will of captives, bars, legal instruments.
  EDIT_OFFERS(ROUND_OFFICER),
  /// Ask in private about a fear of return, and enter counsel's note on it (R28).
  ASK_ABOUT_FEAR(INTERVIEWER, VERIFIER),
  /// See rounds, their lists and how ready they are.
  READ_ROUNDS(ROUND_OFFICER, MONITOR),
  /// Draft rounds, move them, enter the other side's lists.
  MANAGE_ROUNDS(ROUND_OFFICER),
  /// Sign a list, a need list, an asymmetric block or a demand for one's agency.
  SIGN_LISTS(ROUND_OFFICER),
  /// Record requests and answers of the other side.
  RECORD_ANSWERS(ROUND_OFFICER),
  /// Record a handover, its protocol and its outcomes.
  RECORD_HANDOVERS(ROUND_OFFICER),
  /// Say that a round was announced in public, which counts it and marks who left.
  ANNOUNCE_ROUNDS(ROUND_OFFICER),
  /// Propose and sign a correction of an outcome.
  CORRECT_OUTCOMES(ROUND_OFFICER),
  /// Open the desk of sealed messages: read and answer with a key of one's own, and nothing else.
  ANSWER_SOURCES(INTAKE_OFFICER),
  /// See how many wrote in a week; never fewer than five, and never who.
  READ_INTAKE_COUNTS(INTAKE_OFFICER, MONITOR),
  /// Read the log of what staff read and did.
  READ_AUDIT(MONITOR),
  /// Take data out of the desk as files.
  EXPORT(MONITOR, ROUND_OFFICER),
  /// Invite members, change their roles, end their sessions.
  MANAGE_STAFF(ADMINISTRATOR);

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<StaffRole> roles;

  Right(StaffRole... roles) {
    this.roles = Set.of(roles);
  }

  /// Who has this right.
  public Set<StaffRole> roles() {
    return roles;
  }

  /// The form in messages and refusals, for example `read-cases`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

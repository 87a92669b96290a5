package svoi.desk.consents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.consent.ConsentTexts;
import svoi.consent.Meeting;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;

/// A guided session while it runs.
///
/// @param text the words in the person's language
/// @param advocates accounts of counsel
/// @param stale what somebody saved meanwhile; empty if nobody did
public record MeetingView(
    Frame frame,
    UUID person,
    String name,
    Meeting meeting,
    ConsentTexts.Text text,
    List<Account> advocates,
    Typed typed,
    Optional<Meeting> stale)
    implements DeskView {
  public MeetingView {
    advocates = List.copyOf(advocates);
  }
}

package svoi.desk.consents;

import java.util.List;
import java.util.UUID;
import svoi.consent.SaidBy;
import svoi.consent.Scope;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// The one page between a click and a withdrawal.
///
/// @param scopes what can be taken back
/// @param chosen what is ticked at first
/// @param self what the officer is when they speak for themselves
public record WithdrawView(
    Frame frame, UUID person, String name, List<Scope> scopes, List<Scope> chosen, SaidBy self)
    implements DeskView {
  public WithdrawView {
    scopes = List.copyOf(scopes);
    chosen = List.copyOf(chosen);
  }
}

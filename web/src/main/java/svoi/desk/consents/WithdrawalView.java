package svoi.desk.consents;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.consent.Withdrawals;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// One withdrawal: who was told, and by when everything was dark.
///
/// @param name of the person, for those who reach their card
/// @param enteredBy how colleagues call the member who entered it, or the name of a command
/// @param accounts names of the accounts that were told
/// @param unseen whether the officer's agency has yet to say that it has seen it
public record WithdrawalView(
    Frame frame,
    Optional<String> name,
    Withdrawals.Page page,
    String enteredBy,
    Map<UUID, String> accounts,
    boolean unseen)
    implements DeskView {}

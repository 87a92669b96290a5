package svoi.desk.intake;

import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The member's own key.
///
/// @param fingerprint empty if the member has no key yet
/// @param open whether it is unlocked in this session
/// @param unlocking how many of the member's passkeys open it
/// @param passkeys how many passkeys the member has
public record UnlockView(
    Frame frame,
    Optional<String> fingerprint,
    boolean open,
    int unlocking,
    int passkeys,
    int shortest,
    Typed typed)
    implements DeskView {}

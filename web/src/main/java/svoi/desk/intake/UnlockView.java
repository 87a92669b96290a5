package svoi.desk.intake;

import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The member's own key.
///
/// @param fingerprint empty if the member has no key yet
/// @param open whether it is unlocked in this session
public record UnlockView(
    Frame frame, Optional<String> fingerprint, boolean open, int shortest, Typed typed)
    implements DeskView {}

package svoi.desk.detention;

import java.util.Optional;
import svoi.cases.BreakGlass;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// One opening without need to know.
///
/// @param who name of the account that opened it
/// @param name of the person; empty if the record was merged into another
public record OpeningView(
    Frame frame, BreakGlass.Opening opening, String who, Optional<String> name)
    implements DeskView {}

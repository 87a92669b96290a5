package svoi.desk.consents;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// A signed sheet whose file is not what was hashed.
public record DamagedView(Frame frame, UUID person) implements DeskView {}

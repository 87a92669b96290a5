package svoi.desk.consents;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// Before a session: in which language everything is read.
public record MeetingStartView(Frame frame, UUID person, String name) implements DeskView {}

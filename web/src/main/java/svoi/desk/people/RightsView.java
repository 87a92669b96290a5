package svoi.desk.people;

import svoi.desk.DeskView;
import svoi.desk.Frame;

/// The table of rights.
public record RightsView(Frame frame) implements DeskView {}

package svoi.desk.signin;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// Enrolling a passkey, or using a recovery code.
public record EnrolView(Frame frame, Typed typed, boolean recovering) implements DeskView {}

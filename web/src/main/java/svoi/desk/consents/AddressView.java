package svoi.desk.consents;

import svoi.consent.SaidBy;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// Withdrawing by the address of a public page.
public record AddressView(Frame frame, SaidBy self, Typed typed) implements DeskView {}

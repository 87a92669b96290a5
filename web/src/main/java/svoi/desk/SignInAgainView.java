package svoi.desk;

import java.util.List;

/// What was typed, waiting for the member to sign in.
public record SignInAgainView(Frame frame, String action, List<Field> fields, boolean confirm)
    implements DeskView {
  public SignInAgainView {
    fields = List.copyOf(fields);
  }

  public record Field(String name, String value) {}
}

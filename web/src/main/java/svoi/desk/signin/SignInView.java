package svoi.desk.signin;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// Signing in, or confirming.
///
/// @param to where to go afterwards, an address of the desk
public record SignInView(Frame frame, String to, boolean confirm, List<String> codes)
    implements DeskView {
  public SignInView {
    codes = List.copyOf(codes);
  }
}

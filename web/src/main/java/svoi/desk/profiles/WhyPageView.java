package svoi.desk.profiles;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.register.Step;

/// The page.
///
/// @param holds whether the member may place a hold
public record WhyPageView(
    Frame frame, Subject subject, WhyView why, List<Step> history, boolean holds)
    implements DeskView {
  public WhyPageView {
    history = List.copyOf(history);
  }
}

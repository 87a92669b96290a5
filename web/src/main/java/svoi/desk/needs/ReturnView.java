package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.ReturnState;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.Returns;

/// The unconditional return of one person.
///
/// @param next steps that may be recorded now; empty without a running case
public record ReturnView(
    Frame frame,
    AwaitedFile file,
    boolean mayEdit,
    List<Returns.Step> steps,
    List<ReturnState> next,
    Typed typed)
    implements DeskView {
  public ReturnView {
    steps = List.copyOf(steps);
    next = List.copyOf(next);
  }

  public String path() {
    return "/desk/returns/" + file.id().value();
  }
}

package svoi.desk.rounds;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.Block;
import svoi.exchange.Category;
import svoi.exchange.OfferedKind;
import svoi.exchange.Round;

/// The form of a block.
///
/// @param block empty for a new one
/// @param stale as somebody else saved it meanwhile
public record BlockView(
    Frame frame, Round round, Optional<Block> block, Typed typed, Optional<Block> stale)
    implements DeskView {
  public String path() {
    return RoundDesk.path(round.id());
  }

  public String action() {
    return path() + "/blocks" + block.map(b -> "/" + b.id()).orElse("");
  }

  public List<OfferedKind> kinds() {
    return List.of(OfferedKind.values());
  }

  /// Children are in no block.
  public List<Category> categories() {
    return List.of(Category.values()).stream().filter(c -> c != Category.CHILD).toList();
  }
}

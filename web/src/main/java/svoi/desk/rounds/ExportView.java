package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;

/// Taking a list version out as a file: what for is asked first.
public record ExportView(Frame frame, Round round, ListVersion list, Typed typed)
    implements DeskView {
  static final List<String> PURPOSES = List.of("negotiation", "handover", "court", "oversight");
  static final List<String> FORMS = List.of("pdf", "xlsx", "csv");

  public String here() {
    return RoundDesk.path(round.id()) + "/lists/" + list.n();
  }

  public List<String> purposes() {
    return PURPOSES;
  }

  public List<String> forms() {
    return FORMS;
  }
}

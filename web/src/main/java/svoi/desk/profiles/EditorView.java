package svoi.desk.profiles;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.register.Drafts;
import svoi.register.Manuscript;
import svoi.register.Step;

/// The page on which a profile is written.
///
/// @param manuscript what is kept now
/// @param stale whether somebody saved in between: both texts are shown
/// @param notBefore as the field for date and time shows it; empty without a schedule
/// @param talk comments, newest first
public record EditorView(
    Frame frame,
    Subject subject,
    Manuscript manuscript,
    Typed typed,
    boolean stale,
    List<Plot> plots,
    List<Drafts.Proceeding> proceedings,
    String notBefore,
    WhyView why,
    List<Step> talk)
    implements DeskView {
  public EditorView {
    plots = List.copyOf(plots);
    proceedings = List.copyOf(proceedings);
    talk = List.copyOf(talk);
  }

  /// The plot in one language.
  ///
  /// @param words how many the kept text has
  /// @param theirs the kept text, where it differs from what was typed into a stale form
  public record Plot(String language, int words, List<MarkView> marks, Optional<String> theirs) {
    public Plot {
      marks = List.copyOf(marks);
    }
  }

  /// How many marks have no reason.
  public long open() {
    return plots.stream().flatMap(plot -> plot.marks().stream()).filter(MarkView::open).count();
  }
}

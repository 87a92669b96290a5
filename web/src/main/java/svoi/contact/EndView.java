package svoi.contact;

import java.util.List;

/// An end of the decision aid.
///
/// @param child whether it leads to the page of those under eighteen
/// @param childPage address of that page
public record EndView(
    Frame frame,
    String id,
    List<Clause> may,
    List<Clause> not,
    List<Line> lines,
    boolean child,
    String childPage,
    String start) {
  public EndView {
    may = List.copyOf(may);
    not = List.copyOf(not);
    lines = List.copyOf(lines);
  }
}

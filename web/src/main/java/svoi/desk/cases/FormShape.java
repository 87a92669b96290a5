package svoi.desk.cases;

import java.util.List;

/// How many proceedings the form has, and how many rows of counts each of them.
public record FormShape(List<Integer> counts) {
  public FormShape {
    counts = List.copyOf(counts);
  }

  public int proceedings() {
    return counts.size();
  }
}

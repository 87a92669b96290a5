package svoi.desk;

import java.util.List;

/// What waits for the signed-in member.
public record HomeView(Frame frame, Officer officer, List<Task> tasks) implements DeskView {
  public HomeView {
    tasks = List.copyOf(tasks);
  }
}

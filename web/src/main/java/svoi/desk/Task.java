package svoi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import svoi.staff.Member;

/// Something that waits for a member, raised by the state of the data alone: nothing is stored, so
/// nothing can be forgotten or left over.
///
/// @param key of the sentence that says what is to be done, with `arguments` by name and value
/// @param due the day by which it should be done
/// @param urgent whether somebody is at risk until it is done
public record Task(
    String key, List<Object> arguments, String href, Optional<LocalDate> due, boolean urgent) {
  public Task {
    arguments = List.copyOf(arguments);
  }

  /// An area of the desk that knows of tasks.
  public interface Source {
    /// Most urgent first; at most 50.
    List<Task> tasks(Member member);
  }
}

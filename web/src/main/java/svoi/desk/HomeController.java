package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// My tasks: what waits for the signed-in member, most urgent first.
@Controller
final class HomeController {
  private static final Comparator<Task> URGENT_FIRST =
      Comparator.comparing((Task task) -> !task.urgent())
          .thenComparing(task -> task.due().orElse(java.time.LocalDate.MAX));

  private final DeskPages pages;
  private final List<Task.Source> sources;

  HomeController(DeskPages pages, List<Task.Source> sources) {
    this.pages = pages;
    this.sources = List.copyOf(sources);
  }

  @Needs({})
  @GetMapping("/desk")
  ResponseEntity<byte[]> tasks(HttpServletRequest request, Officer officer) {
    List<Task> tasks =
        sources.stream()
            .flatMap(source -> source.tasks(officer.member()).stream())
            .sorted(URGENT_FIRST)
            .toList();
    return pages.show(
        request,
        officer,
        "desk/home",
        "desk.shell.home.title",
        frame -> new HomeView(frame, officer, tasks));
  }
}

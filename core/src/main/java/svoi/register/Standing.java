package svoi.register;

import java.util.List;

/// Where a profile stands now.
///
/// @param content what a reviewer would approve
/// @param obstacles what stands between it and the public: codes such as `r1-not-in-force`; empty
/// means     visible
public record Standing(ContentHash content, List<String> obstacles) {
  public Standing {
    obstacles = List.copyOf(obstacles);
  }
}

package svoi.app;

import java.util.List;
import svoi.app.demo.Demo;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.site.DemoTour;

/// The stops of the demo that is loaded, as they stand now.
final class GuidedTour implements DemoTour {
  private final Demo demo;
  private final PublicRegister register;

  GuidedTour(Demo demo, PublicRegister register) {
    this.demo = demo;
    this.register = register;
  }

  @Override
  public List<Stop> stops() {
    return demo.tour().entrySet().stream()
        .map(
            stop -> {
              ProfileId id = new ProfileId(stop.getValue());
              return new Stop(stop.getKey(), id, register.profile(id).isPresent());
            })
        .toList();
  }

  @Override
  public List<Round> rounds() {
    return demo.rounds().entrySet().stream()
        .map(round -> new Round(round.getKey().code(), round.getValue().value()))
        .toList();
  }
}

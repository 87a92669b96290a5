package svoi.app;

import java.util.List;
import java.util.Optional;
import svoi.app.demo.Demo;
import svoi.app.demo.DemoReceipt;
import svoi.platform.Language;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.site.DemoTour;

/// The stops of the demo that is loaded, as they stand now.
final class GuidedTour implements DemoTour {
  private final Demo demo;
  private final PublicRegister register;
  private final DemoReceipt receipt;

  GuidedTour(Demo demo, PublicRegister register, DemoReceipt receipt) {
    this.demo = demo;
    this.register = register;
    this.receipt = receipt;
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

  @Override
  public Optional<String> receipt(Language language) {
    return receipt.find().map(found -> String.join(" ", found.words(language)));
  }
}

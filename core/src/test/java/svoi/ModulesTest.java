package svoi;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The picture of DESIGN section 3 holds: who may use whom, bottom to top, without cycles.
class ModulesTest {
  @Test
  void modulesUseOnlyWhatThePictureAllows() {
    ApplicationModules.of("svoi").verify();
  }
}

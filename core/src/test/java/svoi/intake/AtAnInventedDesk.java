package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test that has an [InventedDesk] of its own.
abstract class AtAnInventedDesk {
  @TempDir Path folder;
  InventedDesk desk;

  @BeforeEach
  final void create() {
    desk = new InventedDesk(folder);
  }

  @AfterEach
  final void drop() {
    desk.close();
  }

  static void assertRefused(ThrowingCallable call, IntakeRefused.Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}

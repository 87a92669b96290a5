package svoi.desk.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.Needs;
import svoi.staff.Right;

/// Where the passkey is asked for again, and where it must not stand in the way.
class StepUpTest {
  @Test
  void verifyingAConsentAsksForThePasskey() {
    assertThat(actions(Right.VERIFY_CONSENTS)).isNotEmpty().allMatch(Needs::stepUp);
  }

  @Test
  void nothingStandsBeforeAWithdrawal() {
    assertThat(actions(Right.WITHDRAW_CONSENTS)).isNotEmpty().noneMatch(Needs::stepUp);
  }

  /// What the forms of consents that need this right ask for.
  private static List<Needs> actions(Right right) {
    return Stream.of(ConsentsController.class, WithdrawalController.class)
        .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(PostMapping.class))
        .map((Method method) -> method.getAnnotation(Needs.class))
        .filter(needs -> Arrays.asList(needs.value()).contains(right))
        .toList();
  }
}

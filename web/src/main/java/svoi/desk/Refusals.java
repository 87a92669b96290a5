package svoi.desk;

import java.util.List;
import java.util.function.UnaryOperator;
import svoi.cases.Finding;
import svoi.web.Messages;

/// Shows what a rule refused at the field that has to be mended, in words if there are some.
public final class Refusals {
  private static final Object[] NONE = {};

  private Refusals() {}

  /// Notes findings in the form.
  public static void show(Typed typed, Messages t, List<Finding> findings) {
    show(typed, t, findings, UnaryOperator.identity());
  }

  /// The same where fields of the form have other names.
  public static void show(
      Typed typed, Messages t, List<Finding> findings, UnaryOperator<String> field) {
    findings.forEach(f -> typed.wrong(field.apply(f.field()), f.code(), key(t, f.code()), NONE));
  }

  /// The message for the code of a rule; a general one if it has none of its own.
  public static String key(Messages t, String code) {
    String own = "desk.rule." + code;
    String ofCases = "desk.cases.rule." + code;
    return t.has(own) ? own : t.has(ofCases) ? ofCases : "desk.shell.problem.refused.text";
  }
}

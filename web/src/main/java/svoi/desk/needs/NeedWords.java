package svoi.desk.needs;

import java.util.List;
import java.util.stream.Stream;
import svoi.cases.Finding;
import svoi.desk.Typed;
import svoi.platform.Language;
import svoi.web.Messages;

/// What rules are called to an officer, wherever the rule is at home.
final class NeedWords {
  private static final Object[] NONE = {};
  private static final List<String> HOMES =
      List.of("desk.needs.rule.", "desk.cases.rule.", "desk.rule.");

  private NeedWords() {}

  /// Key of the message that says what would satisfy the rule.
  static String key(String code) {
    Messages t = Messages.in(Language.UK);
    return Stream.concat(
            HOMES.stream().map(home -> home + code), Stream.of("desk.shell.problem.refused.text"))
        .filter(t::has)
        .findFirst()
        .orElseThrow();
  }

  /// Puts what the rules found to the fields.
  static Typed show(Typed typed, List<Finding> findings) {
    findings.forEach(f -> typed.wrong(f.field(), f.code(), key(f.code()), NONE));
    return typed;
  }
}

package svoi.desk.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.desk.Typed;
import svoi.exchange.AwaitedId;
import svoi.exchange.SheetLine;
import svoi.exchange.Side;
import svoi.exchange.SlotId;
import svoi.exchange.SlotState;

/// Lines of sheets as a page of the desk sends them: fields have the number of their row.
final class SheetForm {
  static final List<String> RESULTS =
      List.of("delivered", "not-come", "not-crossed", "refused-at-point", "substituted");
  private static final List<String> CHECKS = List.of("checked", "declined");
  private static final List<String> MEDICAL = List.of("done", "needs-care", "declined", "not-done");
  private static final List<String> BEFORE =
      List.of("icrc", "ombudsman", "mediator", "other-neutral");

  private SheetForm() {}

  /// The fields of a page, filled with what is saved or usual.
  static Typed filled(List<SheetLine.Shown> sheets) {
    Map<String, String> known = new HashMap<>();
    for (int row = 0; row < sheets.size(); row++) {
      SheetLine line = sheets.get(row).line();
      SheetLine.Checks checks = line == null ? null : line.checks();
      SheetLine.Word word = line == null ? null : line.word();
      AwaitedId instead = line == null ? null : line.instead();
      known.put("result-" + row, line == null ? "" : result(line));
      known.put("ours-" + row, checks == null ? "checked" : checks.ours());
      known.put("theirs-" + row, checks == null ? "checked" : checks.theirs());
      known.put("medical-" + row, checks == null ? "done" : checks.medical());
      known.put("before-" + row, word == null ? "icrc" : word.before());
      known.put("instead-" + row, instead == null ? "" : instead.value().toString());
    }
    return Typed.filled(known);
  }

  private static String result(SheetLine line) {
    if (line.result() == SlotState.NOT_DELIVERED) {
      return line.checks() == null ? "not-come" : "not-crossed";
    }
    return line.result().code();
  }

  /// The lines that were filled in; notes what can't be.
  static List<SheetLine> read(Typed typed, List<SheetLine.Shown> sheets) {
    List<SheetLine> lines = new ArrayList<>();
    for (int row = 0; row < sheets.size(); row++) {
      String result = typed.text("result-" + row);
      if (RESULTS.contains(result)) {
        line(typed, row, sheets.get(row), result).ifPresent(lines::add);
      }
    }
    return lines;
  }

  /// Saved lines whose result was emptied, with the version that was seen.
  static Map<SlotId, Integer> emptied(Typed typed, List<SheetLine.Shown> sheets) {
    Map<SlotId, Integer> emptied = new HashMap<>();
    for (int row = 0; row < sheets.size(); row++) {
      int version = typed.whole("version-" + row).orElse(0);
      if (version > 0 && typed.text("result-" + row).isEmpty()) {
        emptied.put(sheets.get(row).slot(), version);
      }
    }
    return emptied;
  }

  private static Optional<SheetLine> line(
      Typed typed, int row, SheetLine.Shown sheet, String result) {
    boolean came = !result.equals("not-come");
    boolean offered = sheet.side() == Side.OFFERED;
    boolean no = result.equals("refused-at-point");
    if ((no && !offered) || (result.equals("substituted") && offered)) {
      typed.wrong("result-" + row, "desk.rounds.wrong.side");
      return Optional.empty();
    }
    @Nullable UUID instead = typed.id("instead-" + row).orElse(null);
    if (result.equals("substituted") && instead == null) {
      typed.wrong("instead-" + row, "desk.rounds.wrong.instead");
      return Optional.empty();
    }
    SlotState state =
        result.startsWith("not-") ? SlotState.NOT_DELIVERED : SlotState.of(result).orElseThrow();
    SheetLine.Checks checks =
        new SheetLine.Checks(
            oneOf(typed, "ours-" + row, CHECKS),
            oneOf(typed, "theirs-" + row, CHECKS),
            oneOf(typed, "medical-" + row, MEDICAL));
    boolean unchecked = checks.ours().equals("declined") && checks.theirs().equals("declined");
    if (unchecked && (state == SlotState.DELIVERED || state == SlotState.SUBSTITUTED)) {
      typed.wrong("ours-" + row, "desk.rounds.wrong.identity");
      return Optional.empty();
    }
    SheetLine.Word word = new SheetLine.Word(!no, oneOf(typed, "before-" + row, BEFORE));
    return Optional.of(
        new SheetLine(
            sheet.slot(),
            state,
            came ? checks : null,
            came && offered ? word : null,
            result.equals("substituted") && instead != null ? new AwaitedId(instead) : null,
            typed.whole("version-" + row).orElse(0)));
  }

  private static String oneOf(Typed typed, String field, List<String> codes) {
    String code = typed.text(field);
    return codes.contains(code) ? code : codes.getFirst();
  }
}

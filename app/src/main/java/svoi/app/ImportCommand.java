package svoi.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import svoi.media.MediaStore;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.reference.Reference;
import svoi.register.imports.Finding;
import svoi.register.imports.Importer;
import svoi.register.imports.Report;
import svoi.register.imports.Unreadable;

/// `./svoi import FILE [--confirm]`: a verdict for each row in words, and nothing written without
/// `--confirm`.
final class ImportCommand {
  private ImportCommand() {}

  static int run(String[] words, String[] args) {
    if (Arrays.asList(words).contains("--template")) {
      System.out.print(ImportWords.template(LocalDate.now(Kyiv.ZONE)));
      return 0;
    }
    Optional<String> file =
        Arrays.stream(words).skip(1).filter(w -> !w.startsWith("--")).findFirst();
    Optional<Language> language =
        Arrays.stream(words)
            .filter(w -> w.startsWith("--lang="))
            .map(w -> Language.of(w.substring(7)))
            .findFirst()
            .orElse(Optional.of(Language.UK));
    boolean known =
        Arrays.stream(words)
            .filter(w -> w.startsWith("--"))
            .allMatch(w -> w.equals("--confirm") || w.startsWith("--lang="));
    if (file.isEmpty() || language.isEmpty() || !known) {
      return Command.usage(2);
    }
    boolean confirm = Arrays.asList(words).contains("--confirm");
    try (Command.Workplace place = Command.open(args)) {
      return run(place, Path.of(file.get()), confirm, new ImportWords(language.get()));
    }
  }

  private static int run(Command.Workplace place, Path file, boolean confirm, ImportWords words) {
    boolean demo = place.get(Settings.class).demo();
    Importer importer =
        new Importer(
            place.get(Databases.class).of(Role.DESK),
            place.get(Reference.class),
            place.get(MediaStore.class),
            demo);
    try {
      System.out.println(words.say(confirm ? "start.confirm" : "start.dry", file.getFileName()));
      System.out.println(words.say(demo ? "mode.demo" : "mode.real"));
      Report report = importer.run(file, confirm, n -> progress(n, words));
      print(report, words);
      return report.count(Report.Outcome.REFUSED) == 0 ? 0 : 1;
    } catch (Unreadable e) {
      System.out.println(words.finding(e.finding()));
      System.out.println(words.say("nothing-written"));
      return 1;
    }
  }

  private static void progress(int rows, ImportWords words) {
    if (rows % 200 == 0) {
      System.out.println(words.say("progress", rows));
    }
  }

  private static void print(Report report, ImportWords words) {
    for (Report.Verdict verdict : report.verdicts()) {
      String what =
          words.say("outcome." + verdict.outcome().name().toLowerCase(java.util.Locale.ROOT));
      String state =
          verdict.outcome() == Report.Outcome.REFUSED
              ? ""
              : " · " + words.say(verdict.visible() ? "state.visible" : "state.draft");
      System.out.println(words.say("row", verdict.line(), what + state));
      for (Finding finding : verdict.findings()) {
        System.out.println("    – " + words.finding(finding));
      }
    }
    System.out.println(
        words.say(
            "total",
            report.count(Report.Outcome.NEW),
            report.count(Report.Outcome.CHANGED),
            report.count(Report.Outcome.UNCHANGED),
            report.count(Report.Outcome.REFUSED)));
    System.out.println(words.say(report.written() ? "written" : "not-written"));
  }
}

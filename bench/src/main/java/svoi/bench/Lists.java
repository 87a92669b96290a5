package svoi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import svoi.platform.Role;
import svoi.reference.Reference;

/// Measures lists, filters and searches at many published profiles; started by `bench/lists`.
public final class Lists {
  private Lists() {}

  public static void main(String[] words) throws IOException, SQLException, InterruptedException {
    try {
      Options options = Options.parse(words);
      try (ListsDatabase database = open(options)) {
        run(options, database);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static ListsDatabase open(Options options) throws IOException, SQLException {
    return options.database().isPresent()
        ? ListsDatabase.given(options.database().get())
        : ListsDatabase.embedded();
  }

  private static void run(Options options, ListsDatabase database)
      throws IOException, SQLException, InterruptedException {
    long start = System.nanoTime();
    Invention.fill(database, options.profiles());
    System.out.printf(
        Locale.ROOT,
        "Invented %,d persons in %.1f s.%n",
        options.profiles(),
        (System.nanoTime() - start) / 1e9);
    InMemory memory = new InMemory(database);
    int visible = memory.load();
    if (visible != options.profiles()) {
      throw new IllegalStateException("only " + visible + " are visible");
    }
    memory.measure(memory.questions(), options.calls());
    if (!options.program().isEmpty()) {
      overHttp(options, database, memory.questions());
    }
  }

  private static void overHttp(Options options, ListsDatabase database, Questions questions)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (Program program = Program.start(options.program(), database.url())) {
      Reference reference = Reference.read(database.as(Role.SITE).jdbc());
      RegisterReader reader = new RegisterReader(program.address(), reference);
      System.out.printf(
          Locale.ROOT, "The program opened in %.1f s.%n", (System.nanoTime() - start) / 1e9);
      reader.awaitPages();
      reader.read(questions, Math.min(options.calls(), 500));
      System.out.println("Over HTTP, one reader:");
      System.out.println(reader.read(questions, options.calls()).line());
      System.out.println("  resident size of the program: " + program.residentMegabytes() + " MB");
    }
  }
}

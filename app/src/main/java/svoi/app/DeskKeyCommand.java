package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import svoi.intake.DeskKeyFile;
import svoi.intake.DeskKeyStatement;
import svoi.intake.DeskKeys;
import svoi.intake.IntakeRefused;
import svoi.intake.RootKey;

/// `./svoi desk-key …`: what is done with keys on a machine without a network. It touches no
/// database and no settings; secrets come from files and go into files for their owner alone.
final class DeskKeyCommand {
  private static final String PUBLIC = "intake-root.pub";
  private static final String PRIVATE = "intake-root";
  private static final String KEY = "desk-key";
  private static final String STATEMENT = "desk-key.txt";

  /// So that the shares of one key fit on a table.
  private static final int MOST_SHARES = 9;

  private DeskKeyCommand() {}

  static int run(String[] words) {
    try {
      return chosen(words);
    } catch (FileAlreadyExistsException e) {
      return refused(e.getFile() + " is there already. Choose another place.");
    } catch (NoSuchFileException e) {
      return refused("There is no " + e.getFile() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int chosen(String[] words) throws IOException {
    String act = words.length < 2 ? "" : words[1];
    List<Path> files =
        Arrays.stream(words).skip(2).filter(w -> !w.startsWith("--")).map(Path::of).toList();
    boolean plain = Arrays.stream(words).noneMatch(w -> w.startsWith("--"));
    if (act.equals("generate") && files.size() == 1) {
      return generate(files.getFirst(), words);
    }
    if (!plain) {
      return Command.usage(2);
    }
    return switch (act + " " + files.size()) {
      case "root 1" -> root(files.get(0));
      case "sign 2" -> sign(files.get(0), files.get(1));
      case "split 2" -> split(files.get(0), words[3]);
      case "open 3" -> CarriedCaseCommand.open(files.get(0), files.get(1), files.get(2));
      case "answer 4" ->
          CarriedCaseCommand.answer(files.get(0), files.get(1), files.get(2), files.get(3));
      default ->
          act.equals("join") && files.size() > 2
              ? join(files.get(0), files.get(1), files.subList(2, files.size()))
              : Command.usage(2);
    };
  }

  private static int root(Path folder) throws IOException {
    OwnFiles.folder(folder);
    Path secret = folder.resolve(PRIVATE);
    Path open = folder.resolve(PUBLIC);
    OwnFiles.absent(secret, open);
    RootKey.Pair pair = RootKey.generate();
    OwnFiles.create(secret, pair.privateText());
    OwnFiles.create(open, pair.publicText());
    System.out.println(secret + "      for the safe: it never leaves this machine");
    System.out.println(open + "  into the secrets of the installation");
    return 0;
  }

  private static int sign(Path statementFile, Path rootFile) throws IOException {
    DeskKeyStatement key = statement(statementFile);
    RootKey.Signer root;
    try {
      root = RootKey.signer(OwnFiles.read(rootFile));
    } catch (IllegalArgumentException e) {
      throw new Refusal(rootFile + " is not the private half of a root key.");
    }
    System.err.printf(
        "Desk %s of %s, key %d, until %s. Compare with what the desk asked for.%n",
        key.desk(), key.agency(), key.number(), key.validUntil());
    System.out.println(Base64.getMimeEncoder().encodeToString(root.sign(key)));
    return 0;
  }

  private static int generate(Path folder, String[] words) throws IOException {
    Optional<String> agency = option(words, "agency").filter(a -> a.matches("[a-z][a-z0-9-]*"));
    Optional<String> desk = option(words, "desk").filter(d -> d.matches("[a-z][a-z0-9-]{0,30}"));
    Optional<LocalDate> until = option(words, "until").flatMap(DeskKeyCommand::day);
    Optional<String> number = Optional.of(option(words, "number").orElse("1"));
    Optional<DeskKeys.Sharing> sharing =
        option(words, "shares")
            .map(DeskKeyCommand::sharing)
            .orElse(Optional.of(DeskKeys.Sharing.NONE));
    boolean known =
        Arrays.stream(words)
            .filter(w -> w.startsWith("--"))
            .allMatch(w -> w.matches("--(agency|desk|until|number|shares)=.*"));
    if (!known
        || agency.isEmpty()
        || desk.isEmpty()
        || until.isEmpty()
        || sharing.isEmpty()
        || number.filter(n -> n.matches("[1-9][0-9]{0,3}")).isEmpty()) {
      return Command.usage(2);
    }
    OwnFiles.folder(folder);
    Path secret = folder.resolve(KEY);
    Path open = folder.resolve(STATEMENT);
    OwnFiles.absent(secret, open);
    DeskKeyFile key =
        DeskKeyFile.generate(agency.get(), desk.get(), Integer.parseInt(number.get()), until.get());
    OwnFiles.create(secret, key.text());
    OwnFiles.create(open, key.statement().text());
    System.out.println(secret + "      it never leaves this machine");
    System.out.println(open + "  to the root, then to Keys at the desk");
    return sharing.get().all() == 0 ? 0 : shares(key, secret, sharing.get());
  }

  private static int split(Path secret, String form) throws IOException {
    Optional<DeskKeys.Sharing> sharing = sharing(form);
    return sharing.isEmpty() ? Command.usage(2) : shares(key(secret), secret, sharing.get());
  }

  private static int shares(DeskKeyFile key, Path secret, DeskKeys.Sharing sharing)
      throws IOException {
    List<Path> places =
        java.util.stream.IntStream.rangeClosed(1, sharing.all())
            .mapToObj(n -> secret.resolveSibling(secret.getFileName() + ".share-" + n))
            .toList();
    OwnFiles.absent(places.toArray(Path[]::new));
    List<String> shares = key.shares(sharing);
    for (int i = 0; i < places.size(); i++) {
      OwnFiles.create(places.get(i), shares.get(i) + "\n");
      System.out.println(places.get(i));
    }
    System.out.println(
        "Any %d of these %d bring the key back. Print each, give them to people who do not share an"
                .formatted(sharing.needed(), sharing.all())
            + " office, then delete the files.");
    return 0;
  }

  private static int join(Path out, Path statementFile, List<Path> shareFiles) throws IOException {
    DeskKeyStatement statement = statement(statementFile);
    List<String> shares = new java.util.ArrayList<>();
    for (Path file : shareFiles) {
      OwnFiles.read(file).lines().filter(line -> !line.isBlank()).forEach(shares::add);
    }
    try {
      OwnFiles.create(out, DeskKeyFile.join(statement, shares).text());
    } catch (IntakeRefused e) {
      throw new Refusal(
          "The shares are too few, of another key, or mistyped. Compare each line with the paper.");
    }
    System.out.println(out + "  the key of the desk " + statement.desk());
    return 0;
  }

  /// @throws Refusal if it is not one
  static DeskKeyFile key(Path file) throws IOException {
    return DeskKeyFile.parse(OwnFiles.read(file))
        .orElseThrow(() -> new Refusal(file + " is not the private half of a desk's key."));
  }

  private static DeskKeyStatement statement(Path file) throws IOException {
    return DeskKeyStatement.parse(OwnFiles.read(file))
        .orElseThrow(() -> new Refusal(file + " is not the text of a desk's key, byte for byte."));
  }

  private static Optional<String> option(String[] words, String name) {
    String start = "--" + name + "=";
    return Arrays.stream(words)
        .filter(w -> w.startsWith(start))
        .map(w -> w.substring(start.length()))
        .findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// All, then how many are needed: `5/3`.
  private static Optional<DeskKeys.Sharing> sharing(String form) {
    if (!form.matches("[2-9]/[2-9]")) {
      return Optional.empty();
    }
    int all = form.charAt(0) - '0';
    int needed = form.charAt(2) - '0';
    return Optional.of(new DeskKeys.Sharing(needed, all))
        .filter(s -> needed <= all && all <= MOST_SHARES);
  }

  private static int refused(String words) {
    System.err.println(words);
    return 1;
  }
}

package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import svoi.intake.DeskKeyStatement;
import svoi.intake.RootKey;

/// `./svoi desk-key …`: what is done with the root on a machine without a network. It touches no
/// database and no settings.
final class DeskKeyCommand {
  private static final String PUBLIC = "intake-root.pub";
  private static final String PRIVATE = "intake-root";

  private DeskKeyCommand() {}

  static int run(String[] words) {
    try {
      if (words.length == 3 && words[1].equals("root")) {
        return root(Path.of(words[2]));
      }
      if (words.length == 4 && words[1].equals("sign")) {
        return sign(Path.of(words[2]), Path.of(words[3]));
      }
      return Command.usage(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int root(Path folder) throws IOException {
    Path secret = folder.resolve(PRIVATE);
    if (Files.exists(secret) || Files.exists(folder.resolve(PUBLIC))) {
      System.err.println("There is a root key in " + folder + " already. Choose another folder.");
      return 1;
    }
    Files.createDirectories(folder);
    RootKey.Pair pair = RootKey.generate();
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(secret, owner);
    Files.writeString(secret, pair.privateText(), StandardCharsets.US_ASCII);
    Files.writeString(folder.resolve(PUBLIC), pair.publicText(), StandardCharsets.US_ASCII);
    System.out.println(secret + "      for the safe: it never leaves this machine");
    System.out.println(folder.resolve(PUBLIC) + "  into the secrets of the installation");
    return 0;
  }

  private static int sign(Path statementFile, Path rootFile) throws IOException {
    Optional<DeskKeyStatement> statement =
        DeskKeyStatement.parse(Files.readString(statementFile, StandardCharsets.UTF_8));
    if (statement.isEmpty()) {
      System.err.println(statementFile + " is not the text of a desk's key, byte for byte.");
      return 1;
    }
    RootKey.Signer root;
    try {
      root = RootKey.signer(Files.readString(rootFile, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      System.err.println(rootFile + " is not the private half of a root key.");
      return 1;
    }
    DeskKeyStatement key = statement.get();
    System.err.printf(
        "Desk %s of %s, key %d, until %s. Compare with what the desk asked for.%n",
        key.desk(), key.agency(), key.number(), key.validUntil());
    System.out.println(Base64.getMimeEncoder().encodeToString(root.sign(key)));
    return 0;
  }
}

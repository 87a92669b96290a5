package svoi.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.platform.Sha256;

/// Where the log ended at some moments, signed, in a file outside the database: a chain whose tail
/// was cut off, or that was written anew as a whole, does not fit it.
///
/// A line is `moment seq hash signature`; the signature (Ed25519) is also over the one before, so
/// that no line can be taken out. Copy the file to another machine: whoever may write both this
/// file and the database can deceive those who have no copy.
public final class Anchors {
  private static final String NO_SIGNATURE = "-";

  private final Path file;
  private final Ed25519Sign signer;
  private final Ed25519Verify verifier;
  private final byte[] publicKey;

  /// @param folder of the file `audit` and of `audit.public-key`; made at the first use
  /// @param seed private key, 32 bytes
  public Anchors(Path folder, byte[] seed) {
    this.file = folder.resolve("audit");
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      this.signer = new Ed25519Sign(pair.getPrivateKey());
      this.publicKey = pair.getPublicKey();
      this.verifier = new Ed25519Verify(publicKey);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("anchor key", e);
    }
  }

  /// Writes down where the log ends now, unless nothing was added since the last line.
  public synchronized void write(AuditTrail trail) {
    AuditTrail.Head head = trail.head();
    List<String> lines = lines();
    Optional<Line> last = lines.isEmpty() ? Optional.empty() : Line.of(lines.getLast());
    if (head.seq() == 0 || last.filter(line -> line.seq == head.seq()).isPresent()) {
      return;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String said = now + " " + head.seq() + " " + Sha256.hex(head.hash());
    try {
      byte[] signature = signer.sign(signed(said, lines.isEmpty() ? null : lines.getLast()));
      add(said + " " + HexFormat.of().formatHex(signature) + "\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is wrong first.
  ///
  /// @param line number of the line in the file, from 1
  /// @param seq entry that the line names; 0 if the line itself was tampered with
  /// @param at when the line was written, as it says
  public record Broken(int line, long seq, String at) {}

  /// Compares every line with the log as it is now.
  public Optional<Broken> check(AuditTrail trail) {
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Line> line = Line.of(lines.get(i));
      if (line.isEmpty() || !isSigned(line.get(), i == 0 ? null : lines.get(i - 1))) {
        return Optional.of(new Broken(i + 1, 0, ""));
      }
      Optional<byte[]> hash = trail.hash(line.get().seq);
      if (hash.isEmpty() || !Sha256.hex(hash.get()).equals(line.get().hash)) {
        return Optional.of(new Broken(i + 1, line.get().seq, line.get().at));
      }
    }
    return Optional.empty();
  }

  /// How many lines there are.
  public int count() {
    return lines().size();
  }

  private boolean isSigned(Line line, @Nullable String before) {
    try {
      verifier.verify(HexFormat.of().parseHex(line.signature), signed(line.said(), before));
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] signed(String said, @Nullable String before) {
    String signature =
        before == null ? NO_SIGNATURE : before.substring(before.lastIndexOf(' ') + 1);
    return ("svoi audit anchor\n" + signature + "\n" + said).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    try {
      Files.createDirectories(file.getParent());
      Path key = file.resolveSibling("audit.public-key");
      if (!Files.exists(key)) {
        Files.writeString(key, Base64.getEncoder().encodeToString(publicKey) + "\n");
      }
      try (FileChannel out =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Line(String at, long seq, String hash, String signature) {
    static Optional<Line> of(String text) {
      String[] words = text.split(" ", -1);
      return words.length == 4 && words[1].matches("[1-9][0-9]{0,17}")
          ? Optional.of(new Line(words[0], Long.parseLong(words[1]), words[2], words[3]))
          : Optional.empty();
    }

    String said() {
      return at + " " + seq + " " + hash;
    }
  }
}

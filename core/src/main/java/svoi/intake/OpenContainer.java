package svoi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import svoi.intake.CaseContainer.Entry;
import svoi.intake.CaseContainer.Kind;
import svoi.intake.CaseContainer.Manifest;

/// A container that is wholly what the desk wrote: every entry was compared with the manifest
/// before anything of it is used. What it throws is [Damaged].
final class OpenContainer implements AutoCloseable {
  /// No sealed row is longer.
  private static final int LONGEST_ROW = 1024 * 1024;

  private static final int LONGEST_MANIFEST = 64 * LONGEST_ROW;

  private final ZipFile zip;
  private final UUID epoch;
  private final byte[] erasureKey;
  private final Manifest manifest;
  private final Map<String, byte[]> rows = new HashMap<>();

  private OpenContainer(ZipFile zip, DeskKeyFile key) throws IOException {
    this.zip = zip;
    this.epoch = epochOf(zip);
    if (!epoch.equals(key.statement().epoch())) {
      throw new Damaged("container of another key");
    }
    byte[] context = CaseContainer.context(epoch);
    this.erasureKey = Hpke.open(key.pair(), read(CaseContainer.KEY, LONGEST_ROW), context);
    byte[] sealed = read(CaseContainer.MANIFEST, LONGEST_MANIFEST);
    this.manifest = Manifest.of(Aes.open(CaseContainer.manifestKey(erasureKey), sealed, context));
    checkNames();
    for (Entry entry : manifest.entries()) {
      check(entry);
    }
  }

  static OpenContainer open(Path file, DeskKeyFile key) {
    ZipFile zip = zip(file);
    try {
      return new OpenContainer(zip, key);
    } catch (IOException e) {
      throw closed(zip, new Damaged("container", e));
    } catch (RuntimeException e) {
      throw closed(zip, e);
    }
  }

  /// For which key of a desk the container is, as it says itself.
  static UUID epochOf(Path file) {
    try (ZipFile zip = zip(file)) {
      return epochOf(zip);
    } catch (IOException e) {
      throw new Damaged("container", e);
    }
  }

  UUID epoch() {
    return epoch;
  }

  byte[] erasureKey() {
    return erasureKey;
  }

  Manifest manifest() {
    return manifest;
  }

  /// Entries of a kind, in the order of the thread.
  List<Entry> all(Kind kind) {
    return manifest.entries().stream().filter(e -> e.kind() == kind).toList();
  }

  /// The one entry of a kind at a place.
  Entry one(Kind kind, String place) {
    return all(kind).stream()
        .filter(e -> e.place().equals(place))
        .findFirst()
        .orElseThrow(() -> new Damaged("container without what belongs to it"));
  }

  /// A sealed row; not a file.
  byte[] bytes(Entry entry) {
    byte[] row = rows.get(entry.name());
    if (row == null) {
      throw new Damaged("container without what belongs to it");
    }
    return row;
  }

  InputStream stream(Entry entry) throws IOException {
    return stream(entry.name());
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new Damaged("container without what belongs to it");
    }
    return zip.getInputStream(entry);
  }

  private static UUID epochOf(ZipFile zip) throws IOException {
    ZipEntry head = zip.getEntry(CaseContainer.HEAD);
    if (head == null) {
      throw new Damaged("no container of a case");
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(head)) {
      bytes = in.readNBytes(LONGEST_ROW);
    }
    String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
    if (lines.length != 3 || !lines[0].equals(CaseContainer.TITLE) || !lines[2].isEmpty()) {
      throw new Damaged("container of another version");
    }
    try {
      return UUID.fromString(lines[1]);
    } catch (IllegalArgumentException e) {
      throw new Damaged("container", e);
    }
  }

  /// Each name that the manifest has is there once, and nothing else is.
  private void checkNames() {
    Set<String> known = new HashSet<>(Set.of(CaseContainer.HEAD, CaseContainer.KEY));
    known.add(CaseContainer.MANIFEST);
    manifest.entries().forEach(entry -> known.add(entry.name()));
    List<String> found = zip.stream().map(ZipEntry::getName).toList();
    if (known.size() != manifest.entries().size() + 3
        || found.size() != known.size()
        || !known.containsAll(found)) {
      throw new Damaged("container with more or less than belongs to it");
    }
  }

  private void check(Entry entry) throws IOException {
    if (entry.kind() != Kind.FILE) {
      rows.put(entry.name(), read(entry.name(), LONGEST_ROW));
    }
    MessageDigest digest = CaseContainer.sha256();
    long size;
    try (InputStream in = stream(entry.name())) {
      size = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    if (size != entry.size() || !CaseContainer.hex(digest).equals(entry.hash())) {
      throw new Damaged("entry of the container");
    }
  }

  private byte[] read(String name, int limit) throws IOException {
    try (InputStream in = stream(name)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Damaged("entry that is too long");
      }
      return bytes;
    }
  }

  private static ZipFile zip(Path file) {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Damaged("no container of a case", e);
    }
  }

  private static RuntimeException closed(ZipFile zip, RuntimeException failure) {
    try {
      zip.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  @Override
  public void close() {
    Bytes.wipe(erasureKey);
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

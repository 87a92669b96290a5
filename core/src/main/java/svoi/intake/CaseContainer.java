package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The form in which one case travels to a machine without a network, version 1: a ZIP.
///
/// - `svoi-case`: a title with the version, and the desk's epoch; all that is in clear.
/// - `key`: the erasure key, sealed to the epoch by HPKE. Who carries the file can't use it.
/// - One entry for each sealed row and each file, as it is stored, under a random name.
/// - `manifest`, the last: under a key that the erasure key gives, what each entry is, how long,
///   and its SHA-256. So who carries the file can't change, leave out, add or exchange anything:
///   that would take the erasure key, which is open only on the server and on that machine.
///
/// An older file of the same case is a true one, too: the manifest says on which day it was made.
final class CaseContainer {
  static final String HEAD = "svoi-case";
  static final String KEY = "key";
  static final String MANIFEST = "manifest";
  static final String TITLE = "svoi sealed case v1";

  private CaseContainer() {}

  /// What an entry is.
  enum Kind {
    /// The case's key, sealed to the epoch.
    SEAL,
    CARD,
    IN,
    OUT,
    HEADER,
    FILE_KEY,
    FILE,
    AGREED,
    BASIS,
    REFERRAL
  }

  /// One entry.
  ///
  /// @param place number of a message or referral, id of a file, or 0
  /// @param beside day of a message, number of a file's message, end of a hold, or `-`
  record Entry(Kind kind, String place, String beside, String name, long size, String hash) {
    private String line() {
      return String.join(
          "\t",
          kind.name().toLowerCase(Locale.ROOT),
          place,
          beside,
          name,
          Long.toString(size),
          hash);
    }

    private static Entry of(String line) {
      String[] parts = line.split("\t", -1);
      if (parts.length != 6) {
        throw new Damaged("manifest");
      }
      Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
      return new Entry(kind, parts[1], parts[2], parts[3], Long.parseLong(parts[4]), parts[5]);
    }
  }

  /// What the server knew of the case on the day it left.
  ///
  /// @param received its week's Monday
  /// @param erased the day on which it is erased, and the copy is to be destroyed
  record Facts(
      UUID caseId, LocalDate exported, LocalDate received, LocalDate erased, boolean open) {
    private String lines() {
      return String.join(
          "\n",
          TITLE,
          caseId.toString(),
          exported.toString(),
          received.toString(),
          erased.toString(),
          open ? "open" : "closed");
    }
  }

  /// @param entries in the order of the thread
  record Manifest(Facts facts, List<Entry> entries) {
    private static final int LINES = 6;

    Manifest {
      entries = List.copyOf(entries);
    }

    byte[] bytes() {
      StringBuilder text = new StringBuilder(facts.lines());
      entries.forEach(entry -> text.append('\n').append(entry.line()));
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Manifest of(byte[] bytes) {
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      if (lines.size() < LINES || !lines.getFirst().equals(TITLE)) {
        throw new Damaged("manifest");
      }
      try {
        Facts facts =
            new Facts(
                UUID.fromString(lines.get(1)),
                LocalDate.parse(lines.get(2)),
                LocalDate.parse(lines.get(3)),
                LocalDate.parse(lines.get(4)),
                lines.get(5).equals("open"));
        return new Manifest(facts, lines.stream().skip(LINES).map(Entry::of).toList());
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Damaged("manifest", e);
      }
    }
  }

  /// Writes a container as it streams; a file is never in memory.
  static final class Writer implements AutoCloseable {
    private final ZipOutputStream zip;
    private final UUID epoch;
    private final byte[] erasureKey;
    private final List<Entry> entries = new ArrayList<>();

    Writer(OutputStream out, DeskKeyStatement to, byte[] erasureKey) throws IOException {
      this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      this.epoch = to.epoch();
      this.erasureKey = erasureKey;
      zip.setLevel(Deflater.NO_COMPRESSION);
      put(HEAD, (TITLE + "\n" + epoch + "\n").getBytes(StandardCharsets.US_ASCII));
      put(KEY, Hpke.seal(to.publicKey(), erasureKey, context(epoch)));
    }

    void add(Kind kind, String place, String beside, byte[] sealed) throws IOException {
      add(kind, place, beside, new ByteArrayInputStream(sealed));
    }

    void add(Kind kind, String place, String beside, InputStream sealed) throws IOException {
      String name = Bytes.randomId().toString();
      MessageDigest digest = sha256();
      zip.putNextEntry(entry(name));
      long size = sealed.transferTo(new DigestOutputStream(zip, digest));
      zip.closeEntry();
      entries.add(new Entry(kind, place, beside, name, size, hex(digest)));
    }

    /// Writes the manifest: without it the container does not open.
    void finish(Facts facts) throws IOException {
      byte[] plain = new Manifest(facts, entries).bytes();
      put(MANIFEST, Aes.seal(manifestKey(erasureKey), plain, context(epoch)));
      zip.finish();
    }

    private void put(String name, byte[] bytes) throws IOException {
      zip.putNextEntry(entry(name));
      zip.write(bytes);
      zip.closeEntry();
    }

    /// Without the hour at which it was made.
    private static ZipEntry entry(String name) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
      return entry;
    }

    @Override
    public void close() {
      Bytes.wipe(erasureKey);
    }
  }

  static byte[] context(UUID epoch) {
    return Bytes.concat(
        "svoi/intake/container/v1".getBytes(StandardCharsets.US_ASCII), Bytes.of(epoch));
  }

  static byte[] manifestKey(byte[] erasureKey) {
    return Hkdf.expand(erasureKey, "svoi/intake/container/v1");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}

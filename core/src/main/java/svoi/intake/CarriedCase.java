package svoi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.intake.CaseContainer.Entry;
import svoi.intake.CaseContainer.Facts;
import svoi.intake.CaseContainer.Kind;
import svoi.intake.CaseKey.Part;
import svoi.intake.Said.SentFile;
import svoi.platform.Disk;

/// A case on the machine without a network: opened from its container with the desk's key, read and
/// answered there.
public final class CarriedCase implements AutoCloseable {
  private static final int PART = 64 * 1024;

  private final OpenContainer container;
  private final CaseKey key;
  private final Card card;
  private final List<Said> said;

  private CarriedCase(OpenContainer container, DeskKeyFile desk) {
    this.container = container;
    Facts facts = container.manifest().facts();
    byte[] seal = container.bytes(container.one(Kind.SEAL, "0"));
    this.key =
        CaseSeal.openAtDesk(
            facts.caseId(), container.epoch(), desk.pair(), container.erasureKey(), seal);
    this.card = Card.of(key.open(Part.CARD, 0, container.bytes(container.one(Kind.CARD, "0"))));
    this.said = Said.unbroken(messages());
  }

  /// Opens a container, once all of it was found to be as the desk wrote it.
  ///
  /// @throws Damaged if anything in it was changed, left out, added or exchanged, or it is for
  ///     another key
  public static CarriedCase open(Path file, DeskKeyFile desk) {
    OpenContainer container = OpenContainer.open(file, desk);
    try {
      return new CarriedCase(container, desk);
    } catch (IllegalArgumentException e) {
      container.close();
      throw new Damaged("container", e);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  /// Whether a container says to be for this key; which other one is not known.
  ///
  /// @throws Damaged if it is no container
  public static boolean isFor(Path file, DeskKeyFile desk) {
    return OpenContainer.epochOf(file).equals(desk.statement().epoch());
  }

  /// What was said, the oldest first; not what is empty.
  public List<Said> said() {
    return said.stream().filter(s -> !s.isEmpty()).toList();
  }

  /// The first day on which an answer does no harm; empty if any does.
  public Optional<LocalDate> notBefore() {
    return Optional.ofNullable(card.about().notBefore());
  }

  /// On which day the server erases it: then this copy is to be destroyed, too.
  public LocalDate erased() {
    return container.manifest().facts().erased();
  }

  /// Writes the thread and its files into a new folder, for this user only: `thread.txt`, and the
  /// files under names from which everything dangerous is taken out. If a file does not open,
  /// nothing is left.
  ///
  /// @return names of the files that the server had lost already
  /// @throws Damaged if a file does not open
  /// @throws IOException if the folder is there, or can't be written
  public List<String> writeTo(Path folder) throws IOException {
    Disk.makeNewFolder(folder);
    try {
      List<String> lost = new ArrayList<>();
      for (Said message : said()) {
        for (int n = 0; n < message.files().size(); n++) {
          SentFile file = message.files().get(n);
          String name = SafeNames.of(message.seq(), n + 1, file.name());
          if (!write(file, folder.resolve(name))) {
            lost.add(name);
          }
        }
      }
      create(
          folder.resolve("thread.txt"), out -> out.write(text().getBytes(StandardCharsets.UTF_8)));
      return lost;
    } catch (IOException | RuntimeException e) {
      remove(folder);
      throw e;
    }
  }

  /// Seals an answer as the next message of the thread.
  ///
  /// @param today by this machine's clock
  /// @throws IntakeRefused if the source asked not to be answered before a later day, or the text
  ///     is empty or too long
  public SealedAnswer answer(String text, LocalDate today) {
    if (notBefore().filter(day -> day.isAfter(today)).isPresent()) {
      throw new IntakeRefused(IntakeRefused.Reason.TOO_EARLY);
    }
    if (text.isBlank()) {
      throw new IntakeRefused(IntakeRefused.Reason.NOTHING_SENT);
    }
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (plain.length > Threads.LONGEST_TEXT) {
      throw new IntakeRefused(IntakeRefused.Reason.TEXT_TOO_LONG);
    }
    int seq = 1 + said.stream().mapToInt(Said::seq).max().orElse(0);
    return new SealedAnswer(key.caseId(), card.twin(), seq, key.seal(Part.OUT, seq, plain));
  }

  private String text() {
    Optional<Agreed> agreed =
        container.all(Kind.AGREED).stream()
            .findFirst()
            .map(e -> Agreed.of(key.open(Part.AGREED, 0, container.bytes(e))));
    Optional<String> basis =
        container.all(Kind.BASIS).stream()
            .findFirst()
            .map(
                e ->
                    new String(
                        key.open(Part.BASIS, 0, container.bytes(e)), StandardCharsets.UTF_8));
    List<Referral> referrals = container.all(Kind.REFERRAL).stream().map(this::referral).toList();
    return new ThreadText(container.manifest().facts(), card, said(), agreed, basis, referrals)
        .text();
  }

  private Referral referral(Entry entry) {
    int number = Integer.parseInt(entry.place());
    return Referral.of(number, key.open(Part.REFERRAL, number, container.bytes(entry)));
  }

  private List<Said> messages() {
    List<Said> messages = new ArrayList<>();
    for (Entry entry : container.manifest().entries()) {
      if (entry.kind() == Kind.IN || entry.kind() == Kind.OUT) {
        int seq = Integer.parseInt(entry.place());
        Part direction = entry.kind() == Kind.IN ? Part.IN : Part.OUT;
        LocalDate day = LocalDate.parse(entry.beside());
        messages.add(Said.open(key, direction, seq, day, container.bytes(entry), files(seq)));
      }
    }
    return messages.stream().sorted(Comparator.comparingInt(Said::seq)).toList();
  }

  private List<SentFile> files(int seq) {
    return container.all(Kind.HEADER).stream()
        .filter(header -> header.beside().equals(Integer.toString(seq)))
        .map(header -> sentFile(header, seq))
        .toList();
  }

  private SentFile sentFile(Entry header, int seq) {
    UUID blob = UUID.fromString(header.place());
    byte[] plain = key.open(Part.HEADER, Threads.place(blob), container.bytes(header));
    FileHeader about = FileHeader.of(plain, seq);
    return new SentFile(blob, about.name(), about.type(), about.size());
  }

  /// @return whether the container has it
  private boolean write(SentFile file, Path to) throws IOException {
    String place = file.id().toString();
    Optional<Entry> bytes =
        container.all(Kind.FILE).stream().filter(e -> e.place().equals(place)).findFirst();
    if (bytes.isEmpty()) {
      return false;
    }
    byte[] wrapped = container.bytes(container.one(Kind.FILE_KEY, place));
    byte[] fileKey = key.open(Part.FILE, Threads.place(file.id()), wrapped);
    create(to, out -> decrypt(file, fileKey, bytes.get(), out));
    return true;
  }

  /// To its end, padding included: only then it is known to be whole.
  private void decrypt(SentFile file, byte[] fileKey, Entry entry, OutputStream out)
      throws IOException {
    try (InputStream sealed = container.stream(entry);
        InputStream plain = Blobs.aead(fileKey).newDecryptingStream(sealed, Bytes.of(file.id()))) {
      byte[] part = new byte[PART];
      long left = file.size();
      while (left > 0) {
        int n = plain.read(part, 0, (int) Math.min(PART, left));
        if (n < 0) {
          throw new Damaged("file that is shorter than its header says");
        }
        out.write(part, 0, n);
        left -= n;
      }
      plain.transferTo(OutputStream.nullOutputStream());
    } catch (GeneralSecurityException e) {
      throw new Damaged("file", e);
    }
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static void create(Path file, Content content) throws IOException {
    try (FileChannel channel = Disk.fresh(file);
        OutputStream out = Channels.newOutputStream(channel)) {
      content.to(out);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    container.close();
  }

  @Override
  public String toString() {
    return "carried case";
  }
}

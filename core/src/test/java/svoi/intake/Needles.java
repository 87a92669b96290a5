package svoi.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/// Secrets that must be nowhere, in every form in which they could be somewhere: as they are, as
/// UTF-16, hexadecimal, Base64 at each of three offsets, and deflated.
public final class Needles {
  private static final int WINDOW = 1 << 20;

  private record Form(String name, byte[] bytes) {}

  private final Map<Integer, List<Form>> byStart = new HashMap<>();
  private final BitSet starts = new BitSet(1 << 16);
  private int longest;

  /// A text of at least eight bytes.
  public Needles text(String name, String text) {
    add(name + " utf-16", text.getBytes(StandardCharsets.UTF_16LE));
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// At least eight bytes.
  public Needles bytes(String name, byte[] bytes) {
    add(name, bytes);
    String hex = HexFormat.of().formatHex(bytes);
    add(name + " hex", hex.getBytes(StandardCharsets.US_ASCII));
    add(name + " HEX", hex.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    for (int offset = 0; offset < 3; offset++) {
      add(name + " base64+" + offset, base64(bytes, offset));
    }
    add(name + " deflated", deflated(bytes));
    return this;
  }

  /// What is found in `haystack`, by name.
  public Set<String> in(byte[] haystack) {
    return in(haystack, haystack.length);
  }

  private Set<String> in(byte[] haystack, int length) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + 4 <= length; i++) {
      if (starts.get(pair(haystack, i))) {
        for (Form form : byStart.getOrDefault(start(haystack, i), List.of())) {
          int end = i + form.bytes.length;
          if (end <= length && Arrays.equals(haystack, i, end, form.bytes, 0, form.bytes.length)) {
            found.add(form.name);
          }
        }
      }
    }
    return found;
  }

  /// What is found in the files under a folder and in their names.
  public Set<String> under(Path folder) {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        in(file.getFileName().toString().getBytes(StandardCharsets.UTF_8))
            .forEach(n -> found.add(n + " as a name"));
        in(file).forEach(n -> found.add(n + " in " + folder.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// The file in windows that overlap by what could stand across two.
  private Set<String> in(Path file) {
    Set<String> found = new TreeSet<>();
    byte[] window = new byte[WINDOW];
    int kept = 0;
    try (var bytes = Files.newInputStream(file)) {
      for (int n; (n = bytes.readNBytes(window, kept, WINDOW - kept)) > 0; ) {
        int filled = kept + n;
        found.addAll(in(window, filled));
        kept = Math.min(filled, longest);
        System.arraycopy(window, filled - kept, window, 0, kept);
      }
    } catch (NoSuchFileException e) {
      // Deleted between the listing and the reading.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private void add(String name, byte[] form) {
    if (form.length < 8) {
      throw new IllegalArgumentException("too short to mean anything: " + name);
    }
    longest = Math.max(longest, form.length);
    starts.set(pair(form, 0));
    byStart.computeIfAbsent(start(form, 0), s -> new ArrayList<>()).add(new Form(name, form));
  }

  private static int start(byte[] bytes, int i) {
    return (pair(bytes, i) << 16) | pair(bytes, i + 2);
  }

  private static int pair(byte[] bytes, int i) {
    return ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
  }

  /// The signs that all Base64 of it has in common when it begins at this offset of a group.
  private static byte[] base64(byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = offset == 0 ? 0 : offset + 1;
    int last = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
    return text.substring(first, last).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] part = new byte[256];
    while (!deflater.finished()) {
      out.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    byte[] all = out.toByteArray();
    // The last bytes depend on what follows.
    return Arrays.copyOf(all, Math.max(8, all.length - 2));
  }
}

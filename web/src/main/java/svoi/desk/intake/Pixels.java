package svoi.desk.intake;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Turns a file of a stranger into pictures of its pages, by a child that is not trusted: a Java
/// of its own with little memory and time, an empty environment, no way to write a file, and no
/// network where the system lets a user give that up. Only pixels come back; names of cameras,
/// places and authors that stood in the file do not.
final class Pixels {
  /// What is read into memory at once.
  static final int MOST_BYTES = 30 * 1024 * 1024;

  /// Of the pictures of one file, which the session keeps while they are looked at: twenty scanned
  /// pages in colour. Of pages of noise, made to fill the memory, there would be 120 MiB.
  private static final int MOST_SHOWN = 48 * 1024 * 1024;

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final List<String> LIMITS =
      List.of("/usr/bin/prlimit", "--cpu=60", "--fsize=0", "--nofile=512", "--core=0");
  private static final List<String> NO_NETWORK =
      List.of("/usr/bin/unshare", "--user", "--map-root-user", "--net");

  /// Each child has a third of a GiB.
  private final Semaphore children = new Semaphore(2);

  private final List<String> command;

  Pixels() {
    this.command =
        Stream.of(usable(NO_NETWORK), usable(LIMITS), java()).flatMap(List::stream).toList();
  }

  /// What became of a file.
  sealed interface Look {
    /// @param pages as PNG
    /// @param more whether it has more pages than are shown
    record Shown(List<byte[]> pages, boolean more) implements Look {
      public Shown {
        pages = List.copyOf(pages);
      }
    }

    /// Neither a picture nor a PDF.
    record UnknownKind() implements Look {}

    /// It is damaged, or wants too much memory or time; it may have been made so.
    record Failed() implements Look {}
  }

  Look look(byte[] file) {
    children.acquireUninterruptibly();
    try {
      return started(file);
    } catch (IOException e) {
      return new Look.Failed();
    } finally {
      children.release();
    }
  }

  private Look started(byte[] file) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    Process child = builder.start();
    try {
      Thread.ofVirtual().start(() -> end(child));
      Thread.ofVirtual().start(() -> feed(child, file));
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
        return read(in);
      }
    } finally {
      child.destroyForcibly();
    }
  }

  private static void end(Process child) {
    try {
      if (!child.waitFor(TIME.toSeconds(), TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// A child that reads no further has said what it had to say.
  private static void feed(Process child, byte[] file) {
    try (OutputStream out = child.getOutputStream()) {
      out.write(file);
    } catch (IOException e) {
      child.destroyForcibly();
    }
  }

  private static Look read(DataInputStream in) throws IOException {
    boolean more = in.readBoolean();
    int pages = in.readInt();
    if (pages == PixelProgram.UNKNOWN_KIND) {
      return new Look.UnknownKind();
    }
    if (pages < 1 || pages > PixelProgram.MOST_PAGES) {
      return new Look.Failed();
    }
    List<byte[]> pictures = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < pages; i++) {
      int width = side(in);
      int height = side(in);
      byte[] picture = png(width, height, in.readNBytes(width * height * 3));
      bytes += picture.length;
      if (bytes > MOST_SHOWN) {
        return new Look.Shown(pictures, true);
      }
      pictures.add(picture);
    }
    return new Look.Shown(pictures, more);
  }

  private static int side(DataInputStream in) throws IOException {
    int side = in.readInt();
    if (side < 1 || side > PixelProgram.SIDE) {
      throw new IOException("side of a picture");
    }
    return side;
  }

  private static byte[] png(int width, int height, byte[] rgb) throws IOException {
    if (rgb.length != width * height * 3) {
      throw new IOException("broke off");
    }
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int red = (rgb[3 * i] & 0xff) << 16;
      int green = (rgb[3 * i + 1] & 0xff) << 8;
      picture.setRGB(i % width, i / width, red | green | (rgb[3 * i + 2] & 0xff));
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  private static List<String> java() {
    return List.of(
        Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java").toString(),
        "-Xmx320m",
        "-Xss1m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=/nonexistent",
        "-Duser.home=/nonexistent",
        "-Dpdfbox.fontcache=/nonexistent",
        "-cp",
        needed(),
        PixelProgram.class.getName());
  }

  /// Only what the child needs of the program.
  private static String needed() {
    return Stream.of(
            PixelProgram.class,
            PDDocument.class,
            FontBoxFont.class,
            RandomAccessRead.class,
            LogFactory.class)
        .map(type -> Objects.requireNonNull(type.getProtectionDomain().getCodeSource()))
        .map(source -> Path.of(URI.create(source.getLocation().toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The words before a command, if this system takes them.
  private static List<String> usable(List<String> prefix) {
    if (!Files.isExecutable(Path.of(prefix.getFirst()))) {
      return List.of();
    }
    List<String> probe = new ArrayList<>(prefix);
    probe.add("/bin/true");
    try {
      Process process =
          new ProcessBuilder(probe)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? prefix : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}

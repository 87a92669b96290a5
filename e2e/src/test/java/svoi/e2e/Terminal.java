package svoi.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/// A reader with w3m in a terminal, who presses keys and looks at the screen.
final class Terminal implements AutoCloseable {
  private static final String REDRAW = "\f";
  private static final String CLEARED = "\u001b[2J";
  private static final String STATUS = "Viewing <";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int SHOWN = 12;
  private static final Duration REPAINT = Duration.ofMillis(500);

  private final Process process;
  private final OutputStream keys;
  private final String text;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /// @param folder that is the reader's home
  /// @param text what the reader writes wherever there is room for several lines
  Terminal(Path folder, String url, String text) throws IOException {
    this.text = text;
    Path editor = folder.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\necho '" + text + "' > \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder script =
        new ProcessBuilder(
            List.of(
                "script",
                "-qefc",
                "stty rows 70 cols 110; exec w3m -I UTF-8 -O UTF-8 " + url,
                "/dev/null"));
    script.environment().put("HOME", folder.toString());
    script.environment().put("EDITOR", editor.toString());
    script.environment().put("LANG", "C.UTF-8");
    script.environment().put("TERM", "xterm");
    try {
      process = script.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError("script or w3m is missing. Run: sh tools/prerequisites test", e);
    }
    keys = process.getOutputStream();
    Thread _ = Thread.ofVirtual().start(this::listen);
    Await.until("a page in w3m", PATIENCE, () -> written().contains(STATUS));
  }

  private void listen() {
    try (InputStream screen = process.getInputStream()) {
      long _ = screen.transferTo(written);
    } catch (IOException e) {
      // The terminal is closed.
    }
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /// Goes to the next place where these words stand, presses Enter there and sees what comes.
  Terminal follow(String words, String expected) throws IOException {
    press("/" + words + "\r\r");
    String _ = see(expected);
    return this;
  }

  /// Writes its text into the box below these words.
  Terminal write(String label) throws IOException {
    press("/" + label + "\r\t\r");
    String _ = see("[ " + text.substring(0, SHOWN));
    return this;
  }

  Terminal press(String typed) throws IOException {
    keys.write(typed.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return this;
  }

  /// The screen with these words on it, with single spaces. While a page comes w3m takes no keys:
  /// the screen is asked for until it is there.
  String see(String expected) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String screen = redrawn();
    while (!screen.contains(expected)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no " + expected + " in " + screen);
      }
      screen = redrawn();
    }
    return screen;
  }

  private String redrawn() throws IOException {
    int before = written().length();
    press(REDRAW);
    try {
      Duration _ = Await.until("the screen", REPAINT, () -> drawn(before).contains(STATUS));
    } catch (AssertionError e) {
      return "";
    }
    return drawn(before).replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", " ").replaceAll("\\s+", " ");
  }

  /// What was drawn on a cleared screen since then.
  private String drawn(int before) {
    String all = written();
    int cleared = all.indexOf(CLEARED, before);
    return cleared < 0 ? "" : all.substring(cleared);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}

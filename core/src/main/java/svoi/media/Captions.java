package svoi.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Captions in the form WebVTT (W3C), written anew: times and words only. Notes, styles and names
/// of speakers are left out, because they can say what nobody means to publish.
public final class Captions {
  private static final Pattern TIMES =
      Pattern.compile(
          "((?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3})[ \\t]+-->[ \\t]+"
              + "((?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3})((?:[ \\t]+[a-z]+:[\\w.,%-]+)*)[ \\t]*");
  private static final Pattern TAG = Pattern.compile("</?[a-z0-9][^<>]*>|</>");

  /// Characters by name or number, which could spell a word that no check sees; players need three.
  private static final Pattern REFERENCE = Pattern.compile("&(?!(amp|lt|gt);)#?\\w+;");

  /// Characters that nobody sees.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cc}]");
  private static final int MOST_CUES = 5_000;

  private Captions() {}

  /// Result of reading: either the clean file, or what is wrong and in which line.
  public sealed interface Read {
    /// @param words all that is said, one line for each caption
    record Good(byte[] file, List<String> words) implements Read {
      public Good {
        words = List.copyOf(words);
      }
    }

    /// @param code for example `captions.times`
    /// @param line counted from 1
    record Wrong(String code, int line) implements Read {}
  }

  /// Reads a file as it was handed in.
  public static Read read(byte[] file) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new Read.Wrong("captions.not_utf8", 1);
    }
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
    if (!lines[0].matches("WEBVTT([ \\t].*)?")) {
      return new Read.Wrong("captions.header", 1);
    }
    return new Reader(lines).read();
  }

  private static final class Reader {
    private final String[] lines;
    private final StringBuilder clean = new StringBuilder("WEBVTT\n");
    private final List<String> words = new ArrayList<>();
    private int at = 1;
    private long last;

    Reader(String[] lines) {
      this.lines = lines;
    }

    Read read() {
      while (at < lines.length) {
        if (lines[at].isBlank()) {
          at++;
        } else if (lines[at].matches("(NOTE|STYLE|REGION)([ \\t].*)?")) {
          skip();
        } else {
          if (!lines[at].contains("-->")) {
            at++;
          }
          String wrong = cue();
          if (!wrong.isEmpty()) {
            return new Read.Wrong(wrong, Math.min(at, lines.length - 1) + 1);
          }
        }
      }
      if (words.isEmpty()) {
        return new Read.Wrong("captions.empty", 1);
      }
      return new Read.Good(clean.toString().getBytes(StandardCharsets.UTF_8), words);
    }

    private void skip() {
      while (at < lines.length && !lines[at].isBlank()) {
        at++;
      }
    }

    /// The code of what is wrong, or nothing.
    private String cue() {
      Matcher times = TIMES.matcher(at < lines.length ? lines[at] : "");
      if (!times.matches()) {
        return "captions.times";
      }
      long start = millis(times.group(1));
      if (millis(times.group(2)) <= start || start < last || words.size() >= MOST_CUES) {
        return "captions.order";
      }
      last = start;
      clean.append('\n').append(times.group(1)).append(" --> ").append(times.group(2));
      clean.append(times.group(3).replaceAll("[ \\t]+region:\\S+", "")).append('\n');
      at++;
      List<String> said = new ArrayList<>();
      while (at < lines.length && !lines[at].isBlank()) {
        if (lines[at].contains("-->")) {
          return "captions.times";
        }
        String line = plain(lines[at]);
        said.add(line);
        clean.append(line.isEmpty() ? "…" : line).append('\n');
        at++;
      }
      words.add(String.join(" ", said));
      return "";
    }

    private static String plain(String line) {
      String words = TAG.matcher(line).replaceAll("");
      return UNSEEN.matcher(REFERENCE.matcher(words).replaceAll("")).replaceAll("").strip();
    }

    private static long millis(String time) {
      List<String> parts = List.of(time.replace('.', ':').split(":", -1));
      long total = 0;
      for (String part : parts.subList(0, parts.size() - 1)) {
        total = total * 60 + Long.parseLong(part);
      }
      return total * 1000 + Long.parseLong(parts.getLast());
    }
  }
}

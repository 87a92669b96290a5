package svoi.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// An MP4 file (ISO/IEC 14496-12), cleaned in place: every box that playing does not need becomes
/// an empty one of the same length, so that nothing in the file moves. Dates, names of makers and
/// programs are set to zero. Pictures and sound are not touched; encoding them anew is for a
/// transcoder.
final class Film {
  /// What may stay, by the box it lies in; all else is emptied.
  private static final Map<String, Set<String>> KEPT =
      Map.of(
          "", Set.of("ftyp", "moov", "mdat"),
          "moov", Set.of("mvhd", "trak"),
          "trak", Set.of("tkhd", "edts", "mdia"),
          "edts", Set.of("elst"),
          "mdia", Set.of("mdhd", "hdlr", "minf"),
          "minf", Set.of("vmhd", "smhd", "dinf", "stbl"),
          "dinf", Set.of("dref"),
          "stbl",
              Set.of(
                  "stsd", "stts", "stss", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "sdtp",
                  "sgpd", "sbgp"));

  private static final Set<String> PICTURE = Set.of("avc1", "avc3", "av01");
  private static final Set<String> SOUND = Set.of("mp4a", "Opus");
  private static final int LARGEST_TABLE = 16_000_000;

  private final FileChannel file;
  private boolean picture;
  private boolean frames;
  private long seconds;
  private int width;
  private int height;

  private Film(FileChannel file) {
    this.file = file;
  }

  /// What a cleaned film says of itself.
  record Shape(int seconds, int width, int height) {}

  /// Empties everything in `file` that is not the film.
  ///
  /// @param file open for reading and writing: a copy, never the original
  static Shape clean(FileChannel file) throws IOException, Unfit {
    Film film = new Film(file);
    if (!film.type(0).equals("ftyp")) {
      throw new Unfit("media.not_a_film");
    }
    film.walk("", 0, file.size());
    if (!film.picture || film.seconds < 1) {
      throw new Unfit("media.film_not_playable");
    }
    return new Shape((int) Math.min(film.seconds, Integer.MAX_VALUE), film.width, film.height);
  }

  private void walk(String parent, long from, long to) throws IOException, Unfit {
    long at = from;
    while (at < to) {
      ByteBuffer head = read(at, (int) Math.min(16, to - at));
      if (head.remaining() < 8) {
        throw new Unfit("media.film_broken");
      }
      long size = head.getInt() & 0xFFFFFFFFL;
      String type = name(head.getInt());
      int header = 8;
      if (size == 1 && head.remaining() >= 8) {
        size = head.getLong();
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        throw new Unfit("media.film_broken");
      }
      box(parent, type, at, header, size);
      at += size;
    }
  }

  private void box(String parent, String type, long at, int header, long size)
      throws IOException, Unfit {
    if (type.equals("moof")) {
      throw new Unfit("media.film_not_playable");
    }
    long body = at + header;
    if (!KEPT.getOrDefault(parent, Set.of()).contains(type)) {
      write(at + 4, "free".getBytes(StandardCharsets.US_ASCII));
      zero(body, at + size);
    } else if (KEPT.containsKey(type)) {
      walk(type, body, at + size);
    } else {
      leaf(type, body, at + size);
    }
  }

  private void leaf(String type, long body, long end) throws IOException, Unfit {
    switch (type) {
      case "mvhd" -> header(body, true);
      case "tkhd" -> track(body, end);
      case "mdhd" -> header(body, false);
      case "hdlr" -> handler(body, end);
      case "stsd" -> samples(body, end);
      case "dref" -> references(body, end);
      default -> {}
    }
  }

  /// Sets the dates of a film or a track to zero and, of a film, reads its length.
  private void header(long body, boolean whole) throws IOException, Unfit {
    boolean large = read(body, 1).get() == 1;
    zero(body + 4, body + 4 + (large ? 16 : 8));
    if (whole) {
      ByteBuffer times = read(body + 4 + (large ? 16 : 8), large ? 12 : 8);
      long scale = times.getInt() & 0xFFFFFFFFL;
      long duration = large ? times.getLong() : times.getInt() & 0xFFFFFFFFL;
      seconds = scale == 0 ? 0 : Math.ceilDiv(duration, scale);
    }
  }

  /// The size stands in the last eight bytes as 16.16 fixed-point numbers; of sound it is zero.
  private void track(long body, long end) throws IOException, Unfit {
    header(body, false);
    ByteBuffer size = read(end - 8, 8);
    int across = size.getInt() >>> 16;
    int down = size.getInt() >>> 16;
    if (across > 0 && down > 0) {
      width = across;
      height = down;
    }
  }

  /// A track that is neither picture nor sound can hold places and times: it is not taken.
  private void handler(long body, long end) throws IOException, Unfit {
    String kind = name(read(body + 8, 4).getInt());
    if (!kind.equals("vide") && !kind.equals("soun")) {
      throw new Unfit("media.film_other_tracks");
    }
    frames = kind.equals("vide");
    picture |= frames;
    zero(body + 12, end);
  }

  /// Names of formats that browsers play; the name of the encoder is emptied.
  private void samples(long body, long end) throws IOException, Unfit {
    int entries = read(body + 4, 4).getInt();
    long at = body + 8;
    for (int i = 0; i < entries && at + 8 <= end; i++) {
      ByteBuffer head = read(at, 8);
      long size = head.getInt() & 0xFFFFFFFFL;
      if (!(frames ? PICTURE : SOUND).contains(name(head.getInt())) || size < 16) {
        throw new Unfit("media.film_format");
      }
      if (frames && size >= 82) {
        zero(at + 50, at + 82);
      }
      at += size;
    }
  }

  /// Data may lie in this file only: flag 1 says so, and then there is no address.
  private void references(long body, long end) throws IOException, Unfit {
    int entries = read(body + 4, 4).getInt();
    long at = body + 8;
    for (int i = 0; i < entries && at + 12 <= end; i++) {
      ByteBuffer entry = read(at, 12);
      long size = entry.getInt() & 0xFFFFFFFFL;
      entry.getInt();
      if ((entry.getInt() & 1) == 0 || size < 12) {
        throw new Unfit("media.film_broken");
      }
      zero(at + 12, Math.min(at + size, end));
      at += size;
    }
  }

  private String type(long at) throws IOException, Unfit {
    return file.size() < at + 8 ? "" : name(read(at + 4, 4).getInt());
  }

  private static String name(int type) {
    return new String(ByteBuffer.allocate(4).putInt(type).array(), StandardCharsets.ISO_8859_1);
  }

  private ByteBuffer read(long at, int bytes) throws IOException, Unfit {
    ByteBuffer part = ByteBuffer.allocate(bytes);
    while (part.hasRemaining()) {
      if (file.read(part, at + part.position()) < 0) {
        throw new Unfit("media.film_broken");
      }
    }
    return part.flip();
  }

  private void zero(long from, long to) throws IOException, Unfit {
    if (to > file.size()) {
      throw new Unfit("media.film_broken");
    }
    for (long at = from; at < to; at += LARGEST_TABLE) {
      write(at, new byte[(int) Math.min(LARGEST_TABLE, to - at)]);
    }
  }

  private void write(long at, byte[] bytes) throws IOException {
    ByteBuffer part = ByteBuffer.wrap(bytes);
    while (part.hasRemaining()) {
      int written = file.write(part, at + part.position());
      if (written < 0) {
        throw new IOException("nothing written");
      }
    }
  }
}

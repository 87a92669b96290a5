package svoi.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/// Pictures and films of nobody, with things in them that must not be shown.
public final class InventedMedia {
  /// Stands for a place, a maker, a name: whatever a file can say beside its picture.
  public static final String SECRET = "GPS 50.4501 30.5234 CameraOfSomebody";

  private InventedMedia() {}

  /// Red above, blue below, as a picture of `type` `jpg` or `png`.
  public static byte[] picture(String type, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width, height / 2);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(0, height / 2, width, height - height / 2);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, type, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A JPEG with EXIF data: how the camera was held, and a secret.
  public static byte[] jpegWithExif(int width, int height, int orientation) {
    byte[] jpeg = picture("jpg", width, height);
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(26 + secret.length);
    tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
    file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + tiff.capacity()));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    file.put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  /// The smallest file that says it is a film of 12 seconds, with a secret wherever one fits.
  public static byte[] film(String handler) {
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    byte[] entry = new byte[78];
    System.arraycopy(secret, 0, entry, 42, 32);
    byte[] stbl = box("stbl", box("stsd", ints(0, 1), box("avc1", entry)), box("uuid", secret));
    byte[] mdia =
        box(
            "mdia",
            box("mdhd", ints(0, 77, 78, 1000, 12_000, 0)),
            box(
                "hdlr",
                ints(0, 0),
                handler.getBytes(StandardCharsets.US_ASCII),
                ints(0, 0, 0),
                secret),
            box("minf", stbl));
    byte[] size = ints(640 << 16, 360 << 16);
    byte[] trak = box("trak", box("tkhd", ints(0, 77, 78, 1), new byte[60], size), mdia);
    byte[] moov =
        box(
            "moov",
            box("mvhd", ints(0, 77, 78, 1000, 12_000), new byte[80]),
            trak,
            box("udta", secret));
    return join(
        box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), ints(512)),
        moov,
        box("meta", secret),
        box("mdat", new byte[64]));
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] body = join(parts);
    ByteBuffer box = ByteBuffer.allocate(8 + body.length).putInt(8 + body.length);
    return box.put(type.getBytes(StandardCharsets.US_ASCII)).put(body).array();
  }

  private static byte[] ints(int... values) {
    ByteBuffer all = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      all.putInt(value);
    }
    return all.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

package svoi.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture as its pixels only: decoded, put upright, on white, in sRGB. Whatever else was in the
/// file is left behind with it.
final class Picture {
  /// What a large camera makes; more is an attack on the memory.
  private static final long MAX_PIXELS = 60_000_000;

  /// Larger sources are read in steps: twice the widest thing that is ever shown.
  private static final int ENOUGH = 3_200;

  private static final int SMALLEST = 240;
  private static final float QUALITY = 0.86f;

  private final BufferedImage pixels;

  private Picture(BufferedImage pixels) {
    this.pixels = pixels;
  }

  /// `image/jpeg` or `image/png`, as the content says.
  static String typeOf(byte[] file) throws Unfit {
    if (file.length > 3 && begins(file, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (begins(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "image/png";
    }
    throw new Unfit("media.not_a_picture");
  }

  private static boolean begins(byte[] file, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  static Picture read(byte[] file) throws Unfit {
    String type = typeOf(file);
    try {
      BufferedImage raw = decode(file, type);
      int orientation = type.equals("image/jpeg") ? Orientation.of(file) : 1;
      return new Picture(upright(raw, orientation));
    } catch (IOException | RuntimeException e) {
      throw new Unfit("media.picture_broken");
    }
  }

  private static BufferedImage decode(byte[] file, String type) throws IOException, Unfit {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MAX_PIXELS) {
        throw new Unfit("media.picture_too_large");
      }
      if (Math.min(width, height) < SMALLEST) {
        throw new Unfit("media.picture_too_small");
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.min(width, height) / ENOUGH);
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(BufferedImage raw, int orientation) {
    boolean turned = Orientation.turned(orientation);
    int width = turned ? raw.getHeight() : raw.getWidth();
    int height = turned ? raw.getWidth() : raw.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.drawImage(raw, Orientation.upright(orientation, raw.getWidth(), raw.getHeight()), null);
    canvas.dispose();
    return image;
  }

  /// The part that is shown, as a picture of its own.
  Picture cropped(Crop crop, int across, int down) {
    Rectangle part = crop.of(pixels.getWidth(), pixels.getHeight(), across, down);
    return new Picture(pixels.getSubimage(part.x, part.y, part.width, part.height));
  }

  int width() {
    return pixels.getWidth();
  }

  int height() {
    return pixels.getHeight();
  }

  /// This picture not wider than `width`, never enlarged.
  Picture atMost(int width) {
    BufferedImage image = pixels;
    while (image.getWidth() > 2 * width) {
      image = scaled(image, image.getWidth() / 2);
    }
    return image.getWidth() > width ? new Picture(scaled(image, width)) : new Picture(image);
  }

  private static BufferedImage scaled(BufferedImage image, int width) {
    int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(image, 0, 0, width, height, null);
    canvas.dispose();
    return small;
  }

  /// A progressive JPEG without any metadata.
  byte[] jpeg() {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), param);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}

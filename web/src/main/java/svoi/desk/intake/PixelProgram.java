package svoi.desk.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The child that looks at a file of a stranger: reads it from its input and writes nothing but
/// pixels, so that whoever takes it over still has only pixels to give. See [Pixels].
final class PixelProgram {
  /// Said instead of a number of pages: neither a picture nor a PDF.
  static final int UNKNOWN_KIND = -1;

  /// Longest side of what is shown.
  static final int SIDE = 1400;

  static final int MOST_PAGES = 20;

  /// Of a picture before it is made smaller; more would not fit the memory of the child.
  private static final long MOST_PIXELS = 120_000_000;

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final float POINTS = 72;
  private static final float DPI = 110;

  private PixelProgram() {}

  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    byte[] file = System.in.readAllBytes();
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    if (isPdf(file)) {
      document(file, out);
    } else {
      picture(file, out);
    }
    out.flush();
  }

  private static boolean isPdf(byte[] file) {
    return file.length > PDF.length
        && java.util.Arrays.equals(java.util.Arrays.copyOf(file, PDF.length), PDF);
  }

  private static void document(byte[] file, DataOutputStream out) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFRenderer renderer = new PDFRenderer(document);
      int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
      out.writeBoolean(document.getNumberOfPages() > pages);
      out.writeInt(pages);
      for (int i = 0; i < pages; i++) {
        write(fitting(renderer.renderImage(i, scale(document.getPage(i)), ImageType.RGB)), out);
      }
    }
  }

  private static float scale(PDPage page) {
    float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
    return Math.min(DPI / POINTS, SIDE / Math.max(1, longest));
  }

  private static void picture(byte[] file, DataOutputStream out) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        out.writeBoolean(false);
        out.writeInt(UNKNOWN_KIND);
        return;
      }
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new IOException("picture too large");
      }
      int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
      int step = Math.max(1, longest / SIDE);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage picture = reader.read(0, param);
      out.writeBoolean(false);
      out.writeInt(1);
      write(fitting(picture), out);
    }
  }

  /// On white, at most [#SIDE] on its longest side.
  private static BufferedImage fitting(BufferedImage picture) {
    double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage fitting = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = fitting.createGraphics();
    on.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, width, height);
    on.drawImage(picture, 0, 0, width, height, null);
    on.dispose();
    return fitting;
  }

  private static void write(BufferedImage picture, DataOutputStream out) throws IOException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    out.writeInt(width);
    out.writeInt(height);
    for (int pixel : picture.getRGB(0, 0, width, height, new int[width * height], 0, width)) {
      out.writeByte(pixel >> 16);
      out.writeByte(pixel >> 8);
      out.writeByte(pixel);
    }
  }
}

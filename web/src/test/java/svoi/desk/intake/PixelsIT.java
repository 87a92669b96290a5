package svoi.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

/// What the child makes of files that nobody vouches for.
class PixelsIT {
  private static final Pixels PIXELS = new Pixels();

  @Test
  void aPictureIsShownInItsColoursAndNoLargerThanAScreen() throws IOException {
    BufferedImage wide = new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_RGB);
    wide.createGraphics().fillRect(0, 0, 3000, 1000);
    wide.setRGB(0, 0, Color.RED.getRGB());

    Pixels.Look.Shown shown = shown(png(wide));

    BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(shown.pages().getFirst()));
    assertThat(pixels.getWidth()).isLessThanOrEqualTo(PixelProgram.SIDE);
    assertThat(new Color(pixels.getRGB(200, 100))).isEqualTo(Color.WHITE);
  }

  @Test
  void whatWasWrittenIntoAPictureDoesNotComeOut() throws IOException {
    byte[] plain = png(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
    byte[] told = withText(plain, "Author\0Vyhadanets");

    byte[] pixels = shown(told).pages().getFirst();

    assertThat(new String(told, StandardCharsets.ISO_8859_1)).contains("Vyhadanets");
    assertThat(new String(pixels, StandardCharsets.ISO_8859_1)).doesNotContain("Vyhadanets");
  }

  @Test
  void ofALongDocumentTheFirstPagesAreShown() throws IOException {
    Pixels.Look.Shown shown = shown(pdf(PixelProgram.MOST_PAGES + 1));

    assertThat(shown.pages()).hasSize(PixelProgram.MOST_PAGES);
    assertThat(shown.more()).isTrue();
  }

  @Test
  void ofPagesThatAreAllNoiseAsManyAreShownAsTheSessionCanKeep() throws IOException {
    BufferedImage noise = new BufferedImage(1400, 1000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 1400 * 1000; i++) {
      noise.setRGB(i % 1400, i / 1400, random.nextInt());
    }
    try (PDDocument document = new PDDocument()) {
      PDImageXObject image = LosslessFactory.createFromImage(document, noise);
      for (int i = 0; i < PixelProgram.MOST_PAGES; i++) {
        PDPage page = new PDPage(new PDRectangle(1400, 1000));
        document.addPage(page);
        try (PDPageContentStream on = new PDPageContentStream(document, page)) {
          on.drawImage(image, 0, 0);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);

      Pixels.Look.Shown shown = shown(out.toByteArray());

      assertThat(shown.more()).isTrue();
      assertThat(shown.pages().stream().mapToLong(page -> page.length).sum())
          .isBetween(16L << 20, 48L << 20);
    }
  }

  @Test
  void aPictureThatWouldFillTheMemoryIsNotShown() throws IOException {
    byte[] bomb = png(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 check = new CRC32();
    check.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) check.getValue());

    assertThat(PIXELS.look(bomb)).isInstanceOf(Pixels.Look.Failed.class);
  }

  @Test
  void aBrokenDocumentIsNotShown() throws IOException {
    byte[] broken = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);

    assertThat(PIXELS.look(broken)).isInstanceOf(Pixels.Look.Failed.class);
    assertThat(PIXELS.look(Arrays.copyOf(pdf(1), 40))).isInstanceOf(Pixels.Look.Failed.class);
  }

  @Test
  void whatIsNeitherIsNotShown() {
    assertThat(PIXELS.look(new byte[0])).isInstanceOf(Pixels.Look.UnknownKind.class);
    assertThat(PIXELS.look("MZ".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Pixels.Look.UnknownKind.class);
  }

  private static Pixels.Look.Shown shown(byte[] file) {
    Pixels.Look look = PIXELS.look(file);
    assertThat(look).isInstanceOf(Pixels.Look.Shown.class);
    return (Pixels.Look.Shown) look;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  /// A chunk of text after the head of a PNG, which is 33 bytes long.
  private static byte[] withText(byte[] png, String text) {
    byte[] chunk = ("tEXt" + text).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 check = new CRC32();
    check.update(chunk);
    return ByteBuffer.allocate(png.length + chunk.length + 8)
        .put(png, 0, 33)
        .putInt(chunk.length - 4)
        .put(chunk)
        .putInt((int) check.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  private static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}

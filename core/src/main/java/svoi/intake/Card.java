package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;

/// What is sealed beside a case, so that the queue can be sorted once the desk is unlocked.
///
/// @param twin the other thread of the pair
/// @param decoy whether this is the innocent thread that a receipt under duress opens
/// @param duress whether a receipt under duress was given out
record Card(Circumstances about, UUID twin, boolean decoy, boolean duress) {
  private static final int VERSION = 1;
  private static final String NEVER = "";

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(about.audience().name());
      out.writeUTF(about.urgency().name());
      LocalDate notBefore = about.notBefore();
      out.writeUTF(notBefore == null ? NEVER : notBefore.toString());
      out.writeBoolean(about.minor());
      out.writeUTF(about.language().code());
      out.writeUTF(about.form());
      out.write(Bytes.of(twin));
      out.writeBoolean(decoy);
      out.writeBoolean(duress);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static Card of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new Damaged("version of a card");
      }
      Circumstances about =
          new Circumstances(
              Audience.valueOf(in.readUTF()),
              Urgency.valueOf(in.readUTF()),
              date(in.readUTF()),
              in.readBoolean(),
              Language.of(in.readUTF()).orElseThrow(() -> new Damaged("language of a card")),
              in.readUTF());
      UUID twin = Bytes.id(in.readNBytes(16));
      return new Card(about, twin, in.readBoolean(), in.readBoolean());
    } catch (IOException e) {
      throw new Damaged("card", e);
    }
  }

  private static @Nullable LocalDate date(String text) {
    return text.equals(NEVER) ? null : LocalDate.parse(text);
  }
}

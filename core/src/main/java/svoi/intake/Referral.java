package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;

/// Words about a source that left the desk for somebody else, with the source's consent; sealed,
/// and gone with the case.
///
/// @param number from 1, within the case
/// @param to who got it, as an organisation or role
/// @param text exactly what left
/// @param agreedIn the message in which the source agreed
public record Referral(int number, String to, String text, LocalDate day, int agreedIn) {
  private static final int VERSION = 1;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(to);
      out.writeUTF(text);
      out.writeUTF(day.toString());
      out.writeInt(agreedIn);
    } catch (IOException e) {
      throw new IntakeRefused(IntakeRefused.Reason.TEXT_TOO_LONG);
    }
    return bytes.toByteArray();
  }

  static Referral of(int number, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new Damaged("version of a referral");
      }
      return new Referral(
          number, in.readUTF(), in.readUTF(), LocalDate.parse(in.readUTF()), in.readInt());
    } catch (IOException e) {
      throw new Damaged("referral", e);
    }
  }

  @Override
  public String toString() {
    return "referral " + number;
  }
}

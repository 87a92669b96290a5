package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.YearMonth;

/// What was agreed with somebody who wants to stop; sealed, and gone with the case.
///
/// @param clause of the law that may fit, for example `111-3`; never a promise
/// @param offered what was offered
/// @param by who offered it, as a role
/// @param authority by which act they may offer it
/// @param counsel whether and when counsel was there
/// @param month in which the outcome was recorded
public record Agreed(
    String clause,
    String offered,
    String by,
    String authority,
    String counsel,
    Outcome outcome,
    YearMonth month) {
  private static final int VERSION = 1;

  /// How it ended.
  public enum Outcome {
    OPEN,
    STOPPED,
    DECLINED,
    LOST
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      for (String text : new String[] {clause, offered, by, authority, counsel}) {
        out.writeUTF(text);
      }
      out.writeUTF(outcome.name());
      out.writeUTF(month.toString());
    } catch (IOException e) {
      throw new IntakeRefused(IntakeRefused.Reason.TEXT_TOO_LONG);
    }
    return bytes.toByteArray();
  }

  static Agreed of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new Damaged("version of what was agreed");
      }
      return new Agreed(
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          Outcome.valueOf(in.readUTF()),
          YearMonth.parse(in.readUTF()));
    } catch (IOException e) {
      throw new Damaged("what was agreed", e);
    }
  }

  @Override
  public String toString() {
    return "agreed";
  }
}

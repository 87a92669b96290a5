package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What is said of a file, sealed beside it.
///
/// @param seq of the message that it came with: a file moved to another message does not open
/// @param size in bytes, without the padding
record FileHeader(int seq, String name, String type, long size) {
  private static final int VERSION = 1;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(seq);
      out.writeUTF(name);
      out.writeUTF(type);
      out.writeLong(size);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static FileHeader of(byte[] bytes, int seq) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION || in.readInt() != seq) {
        throw new Damaged("file of another message");
      }
      return new FileHeader(seq, in.readUTF(), in.readUTF(), in.readLong());
    } catch (IOException e) {
      throw new Damaged("header of a file", e);
    }
  }
}

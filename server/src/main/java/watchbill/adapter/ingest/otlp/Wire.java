package watchbill.adapter.ingest.otlp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Walks through the fields of one protobuf message. Nothing is copied but what is asked for.
final class Wire {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;
  private static final int VARINT_BYTES_MAX = 10;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int type;

  private Wire(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  static Wire of(byte[] message) {
    return new Wire(message, 0, message.length);
  }

  /// The bytes are no protobuf message.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /// Goes to the next field. What stood in the one before must have been read or skipped.
  boolean next() throws Malformed {
    if (at == end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) (tag & 7);
    if (field == 0) {
      throw new Malformed("field 0 at byte " + at);
    }
    return true;
  }

  /// Whether it stands on this field, and a message, text or bytes can be read from it.
  boolean isLong(int number) {
    return field == number && type == LENGTH;
  }

  boolean isVarint(int number) {
    return field == number && type == VARINT;
  }

  boolean isFixed64(int number) {
    return field == number && type == FIXED_64;
  }

  Wire message() throws Malformed {
    int length = length();
    var inner = new Wire(bytes, at, at + length);
    at += length;
    return inner;
  }

  /// The text, at most so many of its bytes.
  String text(int max) throws Malformed {
    int length = length();
    String text = new String(bytes, at, Math.min(length, max), StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  byte[] bytes(int max) throws Malformed {
    int length = length();
    byte[] copy = new byte[Math.min(length, max)];
    System.arraycopy(bytes, at, copy, 0, copy.length);
    at += length;
    return copy;
  }

  long varint() throws Malformed {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX && at < end; i++) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7F) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    throw new Malformed("a number without an end at byte " + at);
  }

  long fixed64() throws Malformed {
    need(Long.BYTES);
    long value = ByteBuffer.wrap(bytes, at, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    at += Long.BYTES;
    return value;
  }

  void skip() throws Malformed {
    switch (type) {
      case VARINT -> varint();
      case FIXED_64 -> at += need(Long.BYTES);
      case LENGTH -> {
        int length = length();
        at += length;
      }
      case FIXED_32 -> at += need(Integer.BYTES);
      default -> throw new Malformed("a field of type " + type + " at byte " + at);
    }
  }

  private int length() throws Malformed {
    long length = varint();
    if (length < 0 || length > end - at) {
      throw new Malformed("a length of " + length + " where " + (end - at) + " bytes are left");
    }
    return (int) length;
  }

  private int need(int count) throws Malformed {
    if (end - at < count) {
      throw new Malformed("the message ends within a number");
    }
    return count;
  }
}

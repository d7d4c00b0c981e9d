package watchbill.server.calendar;

/// What came of asking for a calendar.
public sealed interface Fetched {
  /// It was given, or the beginning of it.
  final class File implements Fetched {
    private final byte[] bytes;

    File(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /// Nobody gave it.
  ///
  /// @param why in words; without the address, which is a secret
  record Failed(String why) implements Fetched {}
}

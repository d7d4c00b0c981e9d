package watchbill.adapter.channel.demo;

/// How well the demo's phones are reached: shows what Watchbill does when a provider fails.
public enum Reception {
  GOOD,
  /// Every message is refused for good.
  BARRED,
  /// Not now, later.
  BUSY,
  /// Nobody is there who could take a message.
  NONE,
  /// Messages are taken, and nobody says what became of them.
  SILENT
}

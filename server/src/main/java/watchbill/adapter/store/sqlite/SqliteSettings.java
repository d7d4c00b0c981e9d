package watchbill.adapter.store.sqlite;

import java.time.Duration;

/// How a store is opened.
///
/// @param readers connections that read beside the writer
/// @param writerCacheKilobytes pages the writer keeps; filled as it needs them
/// @param readerCacheKilobytes pages each reader keeps
/// @param logFramesMax pages of the log (4 KiB each) from which on it is carried over to the file.
///   More: a page that changes often is carried over once for many changes. Less: shorter pauses
/// @param busyTimeout how long to wait for a lock that somebody outside holds, a backup or an
///   administrator's shell
record SqliteSettings(
    int readers,
    int writerCacheKilobytes,
    int readerCacheKilobytes,
    long logFramesMax,
    Duration busyTimeout) {
  static final SqliteSettings DEFAULTS =
      new SqliteSettings(3, 64 * 1024, 4 * 1024, 8_192, Duration.ofSeconds(5));

  SqliteSettings withLogFramesMax(long frames) {
    return new SqliteSettings(
        readers, writerCacheKilobytes, readerCacheKilobytes, frames, busyTimeout);
  }

  SqliteSettings withBusyTimeout(Duration timeout) {
    return new SqliteSettings(
        readers, writerCacheKilobytes, readerCacheKilobytes, logFramesMax, timeout);
  }
}

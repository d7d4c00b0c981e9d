package watchbill.server.config;

import java.nio.file.Path;
import java.time.Duration;

/// When a copy of the store is made, and where.
///
/// @param to the folder of the copies
/// @param keep how many of them stay; the oldest go first
public record BackupSettings(Duration every, Path to, int keep) {}

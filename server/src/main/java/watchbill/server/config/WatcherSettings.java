package watchbill.server.config;

import java.time.Duration;
import watchbill.kernel.Secret;

/// Who watches Watchbill, and how often they hear from it.
///
/// @param url asked each time; there is a key in it
public record WatcherSettings(Secret url, Duration every) {}

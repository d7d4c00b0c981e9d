package watchbill.adapter.store.sql;

import java.time.Duration;

/// Work that one node at a time does for all that share a store.
///
/// @param name of the work: `calendars`
/// @param node who would do it
/// @param lease how long the node may be silent about it before another may take it
/// @param restsFor how long nobody need do it after it was done
public record Round(String name, String node, Duration lease, Duration restsFor) {}

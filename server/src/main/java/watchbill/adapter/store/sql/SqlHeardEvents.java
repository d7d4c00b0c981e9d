package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.alert.AlertKey;
import watchbill.alert.EventName;
import watchbill.alert.HeardEvents;

/// Keeps a digest of the name of each event, in one narrow table.
public final class SqlHeardEvents implements HeardEvents {
  private static final Repeated HEARD =
      new Repeated("SELECT name_key FROM heard_event WHERE name_key IN (", "?", ")");

  private static final String ADD =
      "INSERT INTO heard_event (name_key, at) VALUES (?, ?) ON CONFLICT (name_key) DO NOTHING";

  private static final String FORGET =
      """
      DELETE FROM heard_event WHERE name_key IN
        (SELECT name_key FROM heard_event WHERE at < ? ORDER BY at LIMIT ?)
      """;

  private final Sql sql;

  SqlHeardEvents(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Set<EventName> heard(Collection<EventName> names) {
    Set<AlertKey> found = new HashSet<>();
    Chunks.toAsk(
        names,
        chunk -> {
          Query query = sql.of(HEARD.times(chunk.size()));
          chunk.forEach(name -> query.bytes(name.digest()));
          query.each(row -> found.add(AlertKey.ofBytes(row.bytes())));
        });
    return names.stream()
        .filter(name -> found.contains(AlertKey.ofBytes(name.digest())))
        .collect(Collectors.toSet());
  }

  @Override
  public void add(Collection<EventName> names, Instant at) {
    // In the order of their keys, so that neighbours are written together.
    List<byte[]> digests = names.stream().map(EventName::digest).sorted(Arrays::compare).toList();
    digests.forEach(digest -> sql.of(ADD).bytes(digest).instant(at).run());
  }

  @Override
  public int forget(Instant before, int limit) {
    return sql.of(FORGET).instant(before).number(limit).run();
  }
}

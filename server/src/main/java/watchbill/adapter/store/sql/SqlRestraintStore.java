package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.restraint.RestraintStore;

/// Keeps who may inhibit, and when keys opened. Both tables are small in the ordinary: they hold
/// what matches a rule, and what came and went lately.
public final class SqlRestraintStore implements RestraintStore {
  private static final Repeated INHIBITS =
      new Repeated(
          "INSERT INTO inhibitor (digest, alert, both_sides) VALUES ",
          "(?, ?, ?)",
          " ON CONFLICT DO NOTHING");
  private static final String INHIBITOR =
      """
      SELECT alert FROM inhibitor WHERE digest = ? AND both_sides <= ?
      ORDER BY alert LIMIT 1
      """;
  private static final String RULES = "SELECT name FROM inhibition_rules WHERE id = 1";
  private static final String SET_RULES =
      """
      INSERT INTO inhibition_rules (id, name) VALUES (1, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name
      """;
  // All of them, on purpose: by other rules they mean nothing.
  private static final String FORGET_INHIBITORS = "DELETE FROM inhibitor WHERE digest >= ''";
  private static final String ANY_OPENING = "SELECT 1 FROM opening WHERE forget_at > 0 LIMIT 1";
  private static final Repeated OPENINGS =
      new Repeated("SELECT key, instants FROM opening WHERE key IN (", "?", ")");
  private static final Repeated OPENED =
      new Repeated(
          "INSERT INTO opening (key, instants, forget_at) VALUES ",
          "(?, ?, ?)",
          """
           ON CONFLICT (key) DO UPDATE SET instants = excluded.instants,
            forget_at = excluded.forget_at
          """);
  private static final Repeated ENDED =
      new Repeated(
          "INSERT INTO opening (key, instants, forget_at) VALUES ",
          "(?, ?, ?)",
          " ON CONFLICT (key) DO UPDATE SET forget_at = excluded.forget_at");
  private static final String FORGET =
      """
      DELETE FROM opening WHERE key IN (
        SELECT key FROM opening WHERE forget_at <= ? ORDER BY forget_at LIMIT ?)
      """;

  private final Sql sql;

  SqlRestraintStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void inhibits(List<Inhibitor> inhibitors) {
    Chunks.toKeep(
        inhibitors,
        chunk -> {
          Query query = sql.of(INHIBITS.times(chunk.size()));
          chunk.forEach(i -> query.text(i.digest()).text(i.alert().value()).flag(i.bothSides()));
          query.run();
        });
  }

  @Override
  public Optional<AlertId> inhibitor(String digest, boolean exceptBothSides) {
    return sql.of(INHIBITOR)
        .text(digest)
        .flag(!exceptBothSides)
        .first(row -> new AlertId(row.text()));
  }

  @Override
  public Optional<String> rules() {
    return sql.of(RULES).first(Row::text);
  }

  @Override
  public void rules(String name) {
    sql.of(FORGET_INHIBITORS).run();
    sql.of(SET_RULES).text(name).run();
  }

  @Override
  public Map<AlertKey, List<Instant>> openings(Collection<AlertKey> keys) {
    Map<AlertKey, List<Instant>> openings = new HashMap<>();
    if (keys.isEmpty() || sql.of(ANY_OPENING).first(Row::number).isEmpty()) {
      return openings; // In a storm of what is new, nothing is asked about each.
    }
    Chunks.toAsk(
        keys,
        chunk -> {
          Query query = sql.of(OPENINGS.times(chunk.size()));
          chunk.forEach(key -> query.bytes(key.bytes()));
          query.each(row -> openings.put(AlertKey.ofBytes(row.bytes()), instants(row.text())));
        });
    return openings;
  }

  @Override
  public void opened(Map<AlertKey, List<Instant>> openings, Instant forgetAt) {
    keep(OPENED, openings, forgetAt);
  }

  @Override
  public void ended(Map<AlertKey, Instant> firstOpenings, Instant forgetAt) {
    Map<AlertKey, List<Instant>> openings = new HashMap<>();
    firstOpenings.forEach((key, at) -> openings.put(key, List.of(at)));
    keep(ENDED, openings, forgetAt);
  }

  @Override
  public int forget(Instant now, int limit) {
    return sql.of(FORGET).instant(now).number(limit).run();
  }

  private void keep(Repeated text, Map<AlertKey, List<Instant>> openings, Instant forgetAt) {
    Chunks.toKeep(
        List.copyOf(openings.entrySet()),
        chunk -> {
          Query query = sql.of(text.times(chunk.size()));
          chunk.forEach(
              e -> query.bytes(e.getKey().bytes()).text(spelt(e.getValue())).instant(forgetAt));
          query.run();
        });
  }

  private static String spelt(List<Instant> instants) {
    return instants.stream()
        .map(at -> Long.toString(Micros.of(at)))
        .collect(Collectors.joining(","));
  }

  private static List<Instant> instants(String spelt) {
    return Stream.of(spelt.split(",", -1))
        .filter(s -> !s.isEmpty())
        .map(s -> Micros.toInstant(Long.parseLong(s)))
        .toList();
  }
}

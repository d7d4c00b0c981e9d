package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.heartbeat.KeptPing;

final class MemoryHeartbeatStore implements HeartbeatStore {
  private static final String HEARING = "hearing";

  private final Rows<String, Heartbeat> rows;
  private final Rows<String, KeptPing> pings;
  private final Rows<String, Instant> hearing;

  MemoryHeartbeatStore(
      Rows<String, Heartbeat> rows, Rows<String, KeptPing> pings, Rows<String, Instant> hearing) {
    this.rows = rows;
    this.pings = pings;
    this.hearing = hearing;
  }

  @Override
  public void save(Heartbeat heartbeat) {
    rows.put(heartbeat.id().value(), heartbeat);
  }

  @Override
  public Optional<Heartbeat> find(HeartbeatId id) {
    return rows.find(id.value());
  }

  @Override
  public Optional<Heartbeat> byKeyHash(String keyHash) {
    return rows.all().stream()
        .filter(h -> !h.isRetired() && h.plan().keyHash().filter(keyHash::equals).isPresent())
        .findFirst();
  }

  @Override
  public List<Heartbeat> all(int limit) {
    return rows.all().stream().limit(limit).toList();
  }

  @Override
  public List<Heartbeat> of(IntegrationId integration, int limit) {
    return rows.all().stream()
        .filter(
            h -> !h.isRetired() && h.plan().integration().filter(integration::equals).isPresent())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Heartbeat> due(Instant now, int limit) {
    return rows.all().stream()
        .filter(h -> h.lookAt().filter(look -> !look.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((Heartbeat h) -> h.lookAt().orElseThrow())
                .thenComparing(Heartbeat::id))
        .limit(limit)
        .toList();
  }

  @Override
  public void add(KeptPing ping) {
    pings.add(ping.id(), ping);
    pings(ping.heartbeat(), Integer.MAX_VALUE).stream()
        .skip(PINGS_MAX)
        .forEach(old -> pings.remove(old.id()));
  }

  @Override
  public List<KeptPing> pings(HeartbeatId id, int limit) {
    return pings.newestFirst().stream()
        .filter(ping -> ping.heartbeat().equals(id))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Instant> heardUntil() {
    return hearing.find(HEARING);
  }

  @Override
  public void heardUntil(Instant at) {
    hearing.put(HEARING, at);
  }
}

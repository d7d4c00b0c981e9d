package watchbill.adapter.store.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import watchbill.escalation.PolicySnapshot;
import watchbill.rota.Rota;

/// Snapshots read or written lately, by id. Their id is a digest of what they say, so what is
/// remembered can never be wrong, even when the transaction that kept it was undone. Rotas are
/// remembered beside them, by what they say.
public final class Snapshots {
  private static final int MAX = 1_000;

  private final Map<String, PolicySnapshot> remembered = new ConcurrentHashMap<>();

  private final Map<String, Rota> rotas = new ConcurrentHashMap<>();

  /// The rota that is written so.
  Rota rota(String text) {
    if (rotas.size() >= MAX) {
      rotas.clear();
    }
    return rotas.computeIfAbsent(text, t -> RotaJson.read(SnapshotJson.parse(t)));
  }

  void remember(PolicySnapshot snapshot) {
    if (remembered.size() >= MAX) {
      remembered.clear();
    }
    remembered.put(snapshot.id(), snapshot);
  }

  PolicySnapshot get(String id, Supplier<PolicySnapshot> load) {
    PolicySnapshot known = remembered.get(id);
    if (known == null) {
      known = load.get();
      remember(known);
    }
    return known;
  }
}

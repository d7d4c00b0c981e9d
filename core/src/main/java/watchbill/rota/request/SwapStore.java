package watchbill.rota.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.kernel.Port;

/// Keeps what people asked each other.
@Port
public interface SwapStore {
  void add(Swap swap);

  /// Keeps where it stands, and no other change.
  void save(Swap swap);

  Optional<Swap> find(String id);

  /// Those that wait for an answer, oldest first.
  List<Swap> open();

  /// Those somebody asked or was asked since an instant, newest first.
  List<Swap> of(PersonId person, Instant askedSince);
}

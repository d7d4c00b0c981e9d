package watchbill.watch;

import java.util.List;
import watchbill.kernel.Port;
import watchbill.rota.RotaId;

/// Keeps what people know of their next duty, so that a change of it is seen, also across restarts.
@Port
public interface ToldStore {
  /// Of everybody in one rota, in any role.
  List<Told> of(RotaId rota);

  /// Takes the place of what that person knew of this role of this rota.
  void keep(Told told);
}

package watchbill.rota;

import java.util.List;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps the versions of rotas. None is ever changed: they say who was on duty, which is evidence.
@Port
public interface RotaStore {
  /// Keeps a version, made after all there are of its rota; those planned to take effect with it or
  /// after it never will.
  void add(RotaVersion version);

  /// Those of any rota that are in effect somewhere in the span; by rota, then by when they take
  /// effect.
  List<RotaVersion> inEffect(Span span);

  /// The version of each rota that was made last, though it may take effect only later; by rota.
  List<RotaVersion> latest();

  /// All that were made of one rota, also those that never took effect, newest first, at most
  /// `limit`.
  List<RotaVersion> made(RotaId rota, int limit);
}

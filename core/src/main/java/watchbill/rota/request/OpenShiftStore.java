package watchbill.rota.request;

import java.util.List;
import java.util.Optional;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps the shifts that wait for somebody, and those that did.
@Port
public interface OpenShiftStore {
  void add(OpenShift shift);

  /// Keeps where it stands, and no other change.
  void save(OpenShift shift);

  Optional<OpenShift> find(String id);

  /// Those that wait for somebody, oldest first.
  List<OpenShift> open();

  /// Those of any state that touch the span, oldest first.
  List<OpenShift> touching(Span span);
}

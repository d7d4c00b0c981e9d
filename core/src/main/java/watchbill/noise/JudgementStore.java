package watchbill.noise;

import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.kernel.Port;

/// Keeps what people said of pages that are over.
@Port
public interface JudgementStore {
  /// Keeps what was said of a page, in place of what was said of it before.
  void put(Judged judged);

  Optional<Judged> of(PageId page);
}

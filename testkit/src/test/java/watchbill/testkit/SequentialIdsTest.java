package watchbill.testkit;

import watchbill.kernel.IdSource;
import watchbill.testkit.contract.IdSourceContract;

class SequentialIdsTest implements IdSourceContract {
  private final IdSource ids = new SequentialIds();

  @Override
  public IdSource ids() {
    return ids;
  }
}

package watchbill.adapter.system;

import watchbill.testkit.contract.TimeSourceContract;
import watchbill.time.TimeSource;

class SystemTimeTest implements TimeSourceContract {
  @Override
  public TimeSource time() {
    return new SystemTime();
  }
}

package watchbill.law.sin.kernel;

import watchbill.law.sin.testkit.contract.LampContract;

class TestedLampTest implements LampContract {
  @Override
  public Lamp lamp() {
    return new TestedLamp();
  }
}

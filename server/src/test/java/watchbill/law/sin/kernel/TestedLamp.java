package watchbill.law.sin.kernel;

/// No sin: a test holds it to the contract.
public record TestedLamp() implements Lamp {
  @Override
  public boolean isLit() {
    return true;
  }
}

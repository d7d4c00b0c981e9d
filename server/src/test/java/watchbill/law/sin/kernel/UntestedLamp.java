package watchbill.law.sin.kernel;

/// Sin: keeps a port by no test.
public record UntestedLamp() implements Lamp {
  @Override
  public boolean isLit() {
    return false;
  }
}

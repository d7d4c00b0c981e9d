package watchbill.law.sin.kernel;

import watchbill.kernel.Port;

/// A port with a contract. One of its two implementations has a test.
@Port
public interface Lamp {
  boolean isLit();
}

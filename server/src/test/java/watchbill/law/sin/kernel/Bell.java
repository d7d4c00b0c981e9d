package watchbill.law.sin.kernel;

import watchbill.kernel.Port;

/// Sin: a port without a contract.
@Port
public interface Bell {
  void ring();
}

package watchbill.law.sin.kernel;

import watchbill.kernel.Port;

/// Sin: a port whose contract asks for nothing.
@Port
public interface Whistle {
  void blow();
}

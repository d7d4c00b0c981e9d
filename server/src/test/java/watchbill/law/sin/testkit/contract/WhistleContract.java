package watchbill.law.sin.testkit.contract;

import watchbill.law.sin.kernel.Whistle;

/// Sin: a contract without a test.
public interface WhistleContract {
  Whistle whistle();
}

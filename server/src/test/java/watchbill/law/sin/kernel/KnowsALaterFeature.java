package watchbill.law.sin.kernel;

import watchbill.law.sin.alert.Alert;

/// Sin: kernel stands before alert. An array, because a rule that compares names alone misses it.
public interface KnowsALaterFeature {
  int count(Alert[] alerts);
}

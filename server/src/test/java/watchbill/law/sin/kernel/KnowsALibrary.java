package watchbill.law.sin.kernel;

import org.junit.jupiter.api.TestInfo;

/// Sin: a library in core.
public interface KnowsALibrary {
  String nameOf(TestInfo test);
}

package watchbill.fuzz;

import org.jspecify.annotations.Nullable;

/// What Jazzer calls, by the names it looks for. The first argument says which target it is.
public final class Fuzz {
  private static FuzzTarget.@Nullable Taker taker;

  private Fuzz() {}

  public static void fuzzerInitialize(String[] arguments) {
    taker = FuzzTargets.named(arguments[0]).made().get();
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (taker == null) {
      throw new IllegalStateException("Jazzer did not say which target it wants");
    }
    taker.take(input);
  }
}

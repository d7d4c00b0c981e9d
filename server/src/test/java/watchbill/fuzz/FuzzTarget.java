package watchbill.fuzz;

import java.util.List;
import java.util.function.Supplier;

/// Something that strangers' bytes reach.
///
/// @param seeds what its corpus begins with
/// @param made what takes the bytes; made when it is wanted, since some listen or hold a store
record FuzzTarget(String name, Supplier<List<byte[]>> seeds, Supplier<Taker> made) {
  /// Takes whatever bytes there are. Fails with an exception or an error when a promise is broken.
  @FunctionalInterface
  interface Taker {
    void take(byte[] input) throws Exception;
  }

  /// Whether it talks to itself over a connection.
  boolean overHttp() {
    return name.equals("wire");
  }

  @Override
  public String toString() {
    return name;
  }
}

package watchbill.adapter.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// What kind of place an address is, by the special-purpose registries (RFC 6890 and its updates).
enum Neighbourhood {
  PUBLIC,
  PRIVATE,
  LOOPBACK,
  LINK,
  /// Multicast, reserved, or not an address of one machine at all.
  NOWHERE;

  private record Block(InetAddress network, int length, Neighbourhood kind) {}

  /// The first that matches counts.
  private static final List<Block> BLOCKS =
      List.of(
          block("0.0.0.0", 8, NOWHERE),
          block("127.0.0.0", 8, LOOPBACK),
          block("169.254.0.0", 16, LINK),
          block("10.0.0.0", 8, PRIVATE),
          block("172.16.0.0", 12, PRIVATE),
          block("192.168.0.0", 16, PRIVATE),
          block("100.64.0.0", 10, PRIVATE),
          block("198.18.0.0", 15, PRIVATE),
          block("192.0.0.0", 24, NOWHERE),
          block("192.0.2.0", 24, NOWHERE),
          block("198.51.100.0", 24, NOWHERE),
          block("203.0.113.0", 24, NOWHERE),
          block("224.0.0.0", 3, NOWHERE),
          block("::1", 128, LOOPBACK),
          block("fe80::", 10, LINK),
          block("fc00::", 7, PRIVATE),
          block("fec0::", 10, PRIVATE),
          block("2001:db8::", 32, NOWHERE),
          block("2001::", 32, NOWHERE),
          block("2000::", 3, PUBLIC),
          block("0.0.0.0", 0, PUBLIC),
          block("::", 0, NOWHERE));

  private static final byte[] NAT64 = block("64:ff9b::", 96, PUBLIC).network.getAddress();
  private static final byte[] SIX_TO_FOUR = block("2002::", 16, PUBLIC).network.getAddress();

  static Neighbourhood of(InetAddress address) {
    byte[] bytes = unwrapped(address.getAddress());
    return BLOCKS.stream().filter(b -> holds(b, bytes)).findFirst().orElseThrow().kind();
  }

  /// The IPv4 address that an IPv6 one leads to through a translator; else the address itself.
  private static byte[] unwrapped(byte[] bytes) {
    if (bytes.length == 16 && Arrays.equals(bytes, 0, 12, NAT64, 0, 12)) {
      return Arrays.copyOfRange(bytes, 12, 16);
    }
    if (bytes.length == 16 && Arrays.equals(bytes, 0, 2, SIX_TO_FOUR, 0, 2)) {
      return Arrays.copyOfRange(bytes, 2, 6);
    }
    return bytes;
  }

  private static boolean holds(Block block, byte[] address) {
    byte[] network = block.network.getAddress();
    if (network.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < block.length; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((network[bit / 8] ^ address[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Block block(String network, int length, Neighbourhood kind) {
    // A literal, so nothing is looked up.
    return new Block(InetAddress.ofLiteral(network), length, kind);
  }
}

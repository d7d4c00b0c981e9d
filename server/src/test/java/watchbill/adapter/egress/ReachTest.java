package watchbill.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, yes, yes, yes",
    "2606:4700::1111, yes, yes, yes",
    "127.0.0.1, no, yes, yes",
    "127.9.9.9, no, yes, yes",
    "::1, no, yes, yes",
    "::ffff:127.0.0.1, no, yes, yes",
    "10.1.2.3, no, yes, yes",
    "172.16.0.1, no, yes, yes",
    "172.31.255.255, no, yes, yes",
    "172.32.0.1, yes, yes, yes",
    "192.168.1.1, no, yes, yes",
    "100.64.0.1, no, yes, yes",
    "198.19.0.1, no, yes, yes",
    "fd00::1, no, yes, yes",
    "64:ff9b::10.0.0.1, no, yes, yes",
    "64:ff9b::8.8.8.8, yes, yes, yes",
    "2002:0a00:0001::1, no, yes, yes",
    "169.254.169.254, no, no, no",
    "64:ff9b::169.254.169.254, no, no, no",
    "fe80::1, no, no, no",
    "0.0.0.0, no, no, no",
    "0.1.2.3, no, no, no",
    "::, no, no, no",
    "224.0.0.1, no, no, no",
    "ff02::1, no, no, no",
    "240.0.0.1, no, no, no",
    "255.255.255.255, no, no, no",
    "192.0.2.1, no, no, no",
    "2001:db8::1, no, no, no",
    "2001::1, no, no, no",
  })
  void whoMayReachWhatOverTls(String address, String anybody, String neighbours, String operator) {
    assertThat(said(Reach.PUBLIC, address, true)).isEqualTo(anybody);
    assertThat(said(Reach.PRIVATE_TOO, address, true)).isEqualTo(neighbours);
    assertThat(said(Reach.AS_CONFIGURED, address, true)).isEqualTo(operator);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, no, no, yes",
    "10.1.2.3, no, no, yes",
    "127.0.0.1, no, yes, yes",
    "169.254.169.254, no, no, no",
  })
  void whoMayReachWhatInClear(String address, String anybody, String neighbours, String operator) {
    assertThat(said(Reach.PUBLIC, address, false)).isEqualTo(anybody);
    assertThat(said(Reach.PRIVATE_TOO, address, false)).isEqualTo(neighbours);
    assertThat(said(Reach.AS_CONFIGURED, address, false)).isEqualTo(operator);
  }

  private static String said(Reach reach, String address, boolean secured) {
    return reach.objectionTo(InetAddress.ofLiteral(address), secured).isEmpty() ? "yes" : "no";
  }
}

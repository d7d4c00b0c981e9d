package watchbill.adapter.egress;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost`, and those who trust it.
public final class Loopback {
  private static final char[] PASSWORD = "loopback".toCharArray();

  private Loopback() {}

  /// Holds the certificate and trusts it.
  public static SSLContext tls() {
    try (InputStream file = Loopback.class.getResourceAsStream("loopback.p12")) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An egress that trusts the certificate, and gives up soon.
  public static Egress impatient(Duration exchangeMax) {
    return new Egress(Names.ofTheMachine(), tls(), exchangeMax);
  }
}

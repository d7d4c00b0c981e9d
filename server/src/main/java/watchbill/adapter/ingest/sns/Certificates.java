package watchbill.adapter.ingest.sns;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The certificates Amazon signs with, fetched once and kept while they are good.
final class Certificates {
  private static final int KEPT_MAX = 16;
  private static final int CHAIN_MAX = 10;
  private static final int BITS_MIN = 2048;

  private final Fetch fetch;
  private final Trust trust;
  private final Map<AmazonAddress, X509Certificate> kept = new LinkedHashMap<>();

  Certificates(Fetch fetch, Trust trust) {
    this.fetch = fetch;
    this.trust = trust;
  }

  /// What came of asking for a certificate.
  sealed interface Found {
    record Good(PublicKey key) implements Found {}

    /// It is there, and not to be trusted.
    record Untrusted(String why) implements Found {}

    /// It may be asked for again.
    record Unavailable(String why) implements Found {}
  }

  Found find(AmazonAddress address, Instant now) {
    Optional<X509Certificate> known = known(address, now);
    if (known.isPresent()) {
      return new Found.Good(known.get().getPublicKey());
    }
    return switch (fetch.get(address.uri())) {
      case Fetch.Fetched.Failed(var why) -> new Found.Unavailable(why);
      case Fetch.Fetched.Got(var text) -> judge(address, text, now);
    };
  }

  private synchronized Optional<X509Certificate> known(AmazonAddress address, Instant now) {
    Optional<X509Certificate> certificate =
        Optional.ofNullable(kept.get(address)).filter(c -> holds(c, now));
    if (certificate.isEmpty()) {
      kept.remove(address);
    }
    return certificate;
  }

  private synchronized void keep(AmazonAddress address, X509Certificate certificate) {
    if (kept.size() >= KEPT_MAX) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(address, certificate);
  }

  private Found judge(AmazonAddress address, String text, Instant now) {
    List<X509Certificate> chain;
    try {
      chain = parsed(text);
    } catch (CertificateException _) {
      return new Found.Untrusted("it is no certificate");
    }
    if (chain.isEmpty() || chain.size() > CHAIN_MAX) {
      return new Found.Untrusted("it is no certificate");
    }
    X509Certificate certificate = chain.getFirst();
    Optional<String> objection =
        holds(certificate, now)
            ? strength(certificate).or(() -> trust.objection(chain, address.host(), now))
            : Optional.of("it is not valid at this time");
    if (objection.isPresent()) {
      return new Found.Untrusted(objection.get());
    }
    keep(address, certificate);
    return new Found.Good(certificate.getPublicKey());
  }

  private static Optional<String> strength(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey key
            && key.getModulus().bitLength() >= BITS_MIN
        ? Optional.empty()
        : Optional.of("its key is not of RSA with 2048 bits or more");
  }

  private static List<X509Certificate> parsed(String text) throws CertificateException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static boolean holds(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }
}

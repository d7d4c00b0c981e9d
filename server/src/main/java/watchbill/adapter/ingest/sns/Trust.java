package watchbill.adapter.ingest.sns;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose certificates are believed.
///
/// Amazon gives out the certificate alone, without the authority between it and a root. Where that
/// authority is not known here the certificate rests on the host it was fetched from, which proved
/// by TLS to be Amazon's; where it is known it must have signed it.
public final class Trust {
  private static final String EVERYWHERE = "sns.amazonaws.com";

  private final Set<X509Certificate> roots;

  public Trust(Collection<X509Certificate> roots) {
    this.roots = Set.copyOf(roots);
  }

  /// The roots this JDK trusts.
  public static Trust ofTheMachine() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return new Trust(
          Stream.of(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .flatMap(m -> Stream.of(((X509TrustManager) m).getAcceptedIssuers()))
              .toList());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK trusts nobody", e);
    }
  }

  /// Why this certificate is not believed to be Amazon's; empty when it is.
  ///
  /// @param chain the certificate, then those between it and a root
  Optional<String> objection(List<X509Certificate> chain, String host, Instant now) {
    X509Certificate certificate = chain.getFirst();
    if (!names(certificate).anyMatch(n -> n.equals(EVERYWHERE) || n.equals(host))) {
      return Optional.of("it is not for " + EVERYWHERE + " or " + host);
    }
    if (isBuilt(chain, now)) {
      return Optional.empty();
    }
    var issuer = certificate.getIssuerX500Principal();
    boolean known = roots.stream().anyMatch(r -> r.getSubjectX500Principal().equals(issuer));
    boolean own = certificate.getSubjectX500Principal().equals(issuer);
    return known || own || chain.size() > 1
        ? Optional.of("no authority that is trusted here signed it")
        : Optional.empty();
  }

  private boolean isBuilt(List<X509Certificate> chain, Instant now) {
    if (roots.isEmpty()) {
      return false;
    }
    try {
      var leaf = new X509CertSelector();
      leaf.setCertificate(chain.getFirst());
      Set<TrustAnchor> anchors =
          roots.stream().map(r -> new TrustAnchor(r, null)).collect(Collectors.toSet());
      var parameters = new PKIXBuilderParameters(anchors, leaf);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      return CertPathBuilder.getInstance("PKIX").build(parameters) != null;
    } catch (CertPathBuilderException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK can't check certificates", e);
    }
  }

  /// The names it is for, of both places a certificate has for them.
  private static Stream<String> names(X509Certificate certificate) {
    Stream<String> subject =
        Stream.of(certificate.getSubjectX500Principal().getName().split(","))
            .filter(part -> part.startsWith("CN="))
            .map(part -> part.substring("CN=".length()));
    try {
      Collection<List<?>> others = certificate.getSubjectAlternativeNames();
      return others == null
          ? subject
          : Stream.concat(subject, others.stream().map(name -> String.valueOf(name.get(1))));
    } catch (CertificateParsingException _) {
      return subject;
    }
  }
}

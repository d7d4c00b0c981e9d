package watchbill.adapter.ingest.sns;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address of SNS itself: https, and a host no one but Amazon can have.
record AmazonAddress(URI uri) {
  static final String ALLOWED = "https://sns.REGION.amazonaws.com/… or amazonaws.com.cn";

  private static final int LENGTH_MAX = 2048;
  private static final Pattern HOST =
      Pattern.compile("sns\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(\\.cn)?");

  /// Empty when the text is none.
  static Optional<AmazonAddress> of(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      var uri = new URI(text);
      boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() == -1 || uri.getPort() == 443;
      boolean host = uri.getHost() != null && HOST.matcher(uri.getHost()).matches();
      return "https".equals(uri.getScheme()) && plain && port && host
          ? Optional.of(new AmazonAddress(uri))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Where a certificate lies.
  static Optional<AmazonAddress> ofCertificate(String text) {
    return of(text).filter(a -> a.uri.getRawQuery() == null && a.uri.getRawPath().endsWith(".pem"));
  }

  /// What confirms a subscription, and nothing else Amazon can be asked.
  static Optional<AmazonAddress> ofConfirmation(String text) {
    return of(text)
        .filter(a -> {
          String query = a.uri.getRawQuery();
          return query != null && ("&" + query + "&").contains("&Action=ConfirmSubscription&");
        });
  }

  String host() {
    return uri.getHost();
  }
}

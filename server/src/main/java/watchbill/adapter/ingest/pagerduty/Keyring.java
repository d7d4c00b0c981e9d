package watchbill.adapter.ingest.pagerduty;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import watchbill.adapter.ingest.Words;

/// The two keys of a message: the integration's, which is a secret, and the alert's.
final class Keyring {
  static final int ALERT_KEY_MAX = 255;

  /// What stands in a kept message where its secret was.
  static final String MASK = "***";

  private static final int SECRET_MAX = 255;

  private final Fields fields;
  private final String secretField;
  private final String alertField;
  private @Nullable String secret;
  private @Nullable String alert;
  private int secretAt;

  /// The keys, by the names that this version of the protocol gives them.
  Keyring(Fields fields, String secretField, String alertField) {
    this.fields = fields;
    this.secretField = secretField;
    this.alertField = alertField;
  }

  void readSecret() {
    secret = fields.text(secretField, "text");
    secretAt = (int) fields.json().currentTokenLocation().getByteOffset();
  }

  void readAlert() {
    alert = fields.text(alertField, "text of at most " + ALERT_KEY_MAX + " characters");
  }

  /// Notes what is wrong with them.
  ///
  /// @param namesAlert whether it is about an alert there is already
  void check(boolean namesAlert) {
    if (secret == null || secret.isEmpty()) {
      fields.missing(secretField, "the key of an integration of kind pagerduty");
    } else if (secret.length() > SECRET_MAX) {
      // Not shown: it may be most of a key.
      fields.refuse("event.routing-key", secretField, "what was sent", "32 characters");
    }
    boolean none = alert == null || alert.isEmpty();
    if (none && namesAlert) {
      fields.missing(alertField, "the key that the trigger had");
    } else if (alert != null && Words.isLonger(alert, ALERT_KEY_MAX)) {
      fields.refuse(
          "event.too-long", alertField, alert, "at most " + ALERT_KEY_MAX + " characters");
    }
  }

  String secret() {
    return secret == null ? "" : secret;
  }

  /// Empty when there is none.
  String alert() {
    return alert == null ? "" : alert;
  }

  /// The message without the secret in it, to be kept.
  String masked(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    String masked = text.replace('"' + secret() + '"', '"' + MASK + '"');
    if (masked.length() == text.length()) {
      // Written with escapes, which no key needs: found by its place.
      int end = endOf(body, secretAt + 1);
      String head = new String(body, 0, secretAt + 1, StandardCharsets.UTF_8);
      masked = head + MASK + new String(body, end, body.length - end, StandardCharsets.UTF_8);
    }
    return masked;
  }

  private static int endOf(byte[] body, int from) {
    int at = from;
    while (body[at] != '"') {
      at += body[at] == '\\' ? 2 : 1;
    }
    return at;
  }
}

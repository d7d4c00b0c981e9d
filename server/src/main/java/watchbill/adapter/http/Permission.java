package watchbill.adapter.http;

/// Who may use a route. The server lets nobody else through to its handler.
public enum Permission {
  /// Anybody: health, the stylesheet, the sign-in page.
  ANYBODY,
  /// Whoever knows an integration's key; the handler itself looks the key up.
  INTEGRATION_KEY,
  /// Whoever holds a signed pass in the address; the handler itself verifies it.
  SIGNED_PASS,
  /// Whoever signed the body; the handler itself verifies it.
  SIGNED_BODY,
  /// Whoever knows a feed's secret address; the handler itself looks its secret up.
  FEED_TOKEN,
  /// Somebody signed in, by cookie or by bearer token.
  SIGNED_IN
}

package watchbill.server.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.audit.Audits;

/// Where the audit chain stood at an instant, signed.
///
/// @param signature in URL-safe base64
public record SealedHead(Audits.Head head, Instant at, String signature) {
  private static final String MARK = "watchbill-head";
  private static final Pattern TEXT =
      Pattern.compile(MARK + ":([0-9]{1,18}):([0-9a-f]{64}):([0-9]{1,12}):([A-Za-z0-9_-]{1,128})");

  /// Signs it.
  public static SealedHead of(Audits.Head head, Instant at, SealKey key) {
    byte[] signed = key.sign(words(head, at));
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    return new SealedHead(head, Instant.ofEpochSecond(at.getEpochSecond()), signature);
  }

  /// Reads what [#text] wrote; empty when it is something else, or not all of it.
  public static Optional<SealedHead> read(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var head = new Audits.Head(Long.parseLong(matcher.group(1)), matcher.group(2));
    Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(3)));
    return Optional.of(new SealedHead(head, at, matcher.group(4)));
  }

  /// One word, to be copied whole.
  public String text() {
    return unsigned(head, at) + ":" + signature;
  }

  /// Whether the key with this public text signed it.
  public boolean isSignedBy(String publicText) {
    return SealKey.isSignedBy(
        publicText, words(head, at), Base64.getUrlDecoder().decode(signature));
  }

  private static byte[] words(Audits.Head head, Instant at) {
    return unsigned(head, at).getBytes(StandardCharsets.UTF_8);
  }

  private static String unsigned(Audits.Head head, Instant at) {
    return MARK + ":" + head.sequence() + ":" + head.hash() + ":" + at.getEpochSecond();
  }
}

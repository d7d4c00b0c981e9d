package watchbill.server.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sign of life from one install to another, signed: where its audit stands, when, and for whom
/// it is.
///
/// Three lines: the sealed head, the public keys of those it is for, and the signature of both. A
/// head that went out by mail is none, and one that was meant for another is refused.
///
/// @param readers the public keys of the install it is for; empty when it is for anybody
/// @param signature in URL-safe base64
public record SealedBeat(SealedHead head, List<String> readers, String signature) {
  /// The longest there may be.
  public static final int TEXT_MAX = 2_000;

  private static final String MARK = "watchbill-beat";
  private static final Pattern TEXT =
      Pattern.compile(
          "([^\\n]{1,400})\\n((?:[A-Za-z0-9_,-]{0,1000}))\\n([A-Za-z0-9_-]{1,128})\\n?");

  public SealedBeat {
    readers = List.copyOf(readers);
  }

  /// Signs it.
  public static SealedBeat of(SealedHead head, List<String> readers, SealKey key) {
    byte[] signed = key.sign(words(head, readers));
    return new SealedBeat(
        head, readers, Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
  }

  /// Reads what [#text] wrote; empty when it is something else, or not all of it.
  public static Optional<SealedBeat> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> readers =
        matcher.group(2).isEmpty() ? List.of() : List.of(matcher.group(2).split(",", -1));
    return SealedHead.read(matcher.group(1))
        .map(head -> new SealedBeat(head, readers, matcher.group(3)));
  }

  /// What is sent.
  public String text() {
    return unsigned(head, readers) + "\n" + signature + "\n";
  }

  /// Whether the key with this public text signed it, the head in it too.
  public boolean isSignedBy(String publicText) {
    return head.isSignedBy(publicText)
        && SealKey.isSignedBy(publicText, words(head, readers), signed());
  }

  /// Whether it is meant for the install with this public key.
  public boolean isFor(String publicText) {
    return readers.isEmpty() || readers.contains(publicText);
  }

  private byte[] signed() {
    try {
      return Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // Of a length that base64 does not have; it signs nothing.
    }
  }

  private static byte[] words(SealedHead head, List<String> readers) {
    return (MARK + "\n" + unsigned(head, readers)).getBytes(StandardCharsets.UTF_8);
  }

  private static String unsigned(SealedHead head, List<String> readers) {
    return head.text() + "\n" + String.join(",", readers);
  }
}

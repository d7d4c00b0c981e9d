package watchbill.adapter.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret in a feed's address: 256 random bits, shown once and kept nowhere.
///
/// @param text 43 characters that are safe in an address
public record FeedToken(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  public static FeedToken fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new FeedToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// As it stands in an address; nothing when it can't be one.
  static Optional<FeedToken> of(String text) {
    return TEXT.matcher(text).matches() ? Optional.of(new FeedToken(text)) : Optional.empty();
  }

  /// What `Command.MakeFeed` is told and the store keeps.
  public String hash() {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Where the feed is asked for, below the node's own address.
  public String path() {
    return "/calendar/" + text + ".ics";
  }

  @Override
  public String toString() {
    return "a token";
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package watchbill.adapter.http;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.util.Set;

/// Tells the server to let bodies in that are packed by gzip, as they are: the [Guard] unpacks them
/// and holds them to their limit. Answers are not packed.
final class Gzip implements ContentEncoding {
  private static final String WORD = "gzip";

  @Override
  public Set<String> ids() {
    return Set.of(WORD);
  }

  @Override
  public boolean supportsEncoding() {
    return false;
  }

  @Override
  public boolean supportsDecoding() {
    return true;
  }

  @Override
  public ContentDecoder decoder() {
    return ContentDecoder.NO_OP;
  }

  @Override
  public ContentEncoder encoder() {
    return ContentEncoder.NO_OP;
  }

  @Override
  public String name() {
    return WORD;
  }

  @Override
  public String type() {
    return WORD;
  }
}

package watchbill.server.watched;

import java.net.URI;
import java.util.List;
import java.util.Map;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.engine.Transactions;
import watchbill.server.seal.SealKey;
import watchbill.server.seal.SealedBeat;
import watchbill.server.seal.SealedHead;
import watchbill.time.TimeSource;

/// Writes the signed beats for one other install: where our audit stands, now, for them.
public final class BeatLetters implements OutgoingBeats.Letter {
  private final URI address;
  private final List<String> readers;
  private final SealKey key;
  private final Transactions store;
  private final TimeSource time;

  /// For the install at this address.
  ///
  /// @param readers its public keys, so that no other can use what it was sent; none when they are
  ///   not known
  public BeatLetters(
      URI url, List<String> readers, SealKey key, Transactions store, TimeSource time) {
    this.address = url.resolve("/beat");
    this.readers = List.copyOf(readers);
    this.key = key;
    this.store = store;
    this.time = time;
  }

  @Override
  public Request write() {
    var head = SealedHead.of(store.read(stores -> stores.audit().head()), time.now(), key);
    String text = SealedBeat.of(head, readers, key).text();
    return Request.post(address, Reach.AS_CONFIGURED, Map.of("Content-Type", "text/plain"), text);
  }
}

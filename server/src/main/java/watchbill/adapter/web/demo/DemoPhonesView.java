package watchbill.adapter.web.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// What the demonstration's phones have received.
@FunctionalInterface
public interface DemoPhonesView {
  /// Every message, oldest first.
  List<Received> messages();

  /// One message on one phone.
  ///
  /// @param person the handle of whose phone it is
  /// @param method as the configuration writes it: `push`, `sms`
  /// @param facts why you, what if you do nothing, and so on
  /// @param acknowledge the link by which this person takes charge
  record Received(
      String person,
      String method,
      Instant at,
      long pageNumber,
      String headline,
      List<Fact> facts,
      URI acknowledge) {
    public Received {
      facts = List.copyOf(facts);
    }

    public record Fact(String label, String words) {}
  }
}

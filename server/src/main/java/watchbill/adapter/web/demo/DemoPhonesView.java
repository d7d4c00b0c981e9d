package watchbill.adapter.web.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  /// @param pageNumber of the page it is about; empty for a notice
  /// @param link behind its button, if it has one
  record Received(
      String person,
      String method,
      Instant at,
      Optional<Long> pageNumber,
      String headline,
      List<Fact> facts,
      Optional<URI> link) {
    public Received {
      facts = List.copyOf(facts);
    }

    public record Fact(String label, String words) {}
  }
}

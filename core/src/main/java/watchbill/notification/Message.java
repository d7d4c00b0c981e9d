package watchbill.notification;

import java.net.URI;
import java.util.List;
import watchbill.catalog.Urgency;

/// What one notification says; each channel lays it out in its own way.
///
/// @param key the same for each repeat, so that a provider can tell one
/// @param headline what is wrong, one line
/// @param facts since when, which service, why you, what if you do nothing; in this order
/// @param acknowledge the link by which this person takes charge
public record Message(
    NotificationId key,
    long pageNumber,
    Urgency urgency,
    String headline,
    List<Fact> facts,
    URI acknowledge,
    boolean possibleDuplicate) {
  public Message {
    facts = List.copyOf(facts);
  }

  public record Fact(String label, String words) {}

  /// The headline with the page's number, for a subject line.
  public String subject() {
    String mark = possibleDuplicate ? "[possible duplicate] " : "";
    return mark + "[page " + pageNumber + "] " + headline;
  }

  /// The facts as lines of text.
  public String factsAsText() {
    var lines = new StringBuilder();
    facts.forEach(f -> lines.append(f.label()).append(": ").append(f.words()).append('\n'));
    return lines.toString();
  }
}

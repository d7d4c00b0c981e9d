package watchbill.notification;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Urgency;

/// What one notification says; each channel lays it out in its own way.
///
/// @param key the same for each repeat, so that a provider can tell one
/// @param headline what is wrong, or what the notice is; one line
/// @param facts since when, which service, why you, what if you do nothing; in this order
/// @param action the one button; every page has one
public record Message(
    NotificationId key,
    Topic topic,
    Urgency urgency,
    String headline,
    List<Fact> facts,
    Optional<Action> action,
    boolean possibleDuplicate) {
  public Message {
    facts = List.copyOf(facts);
  }

  /// What it is about.
  public sealed interface Topic {
    /// A page.
    ///
    /// @param number as people say it: "page 4217"
    record OfPage(long number) implements Topic {}

    /// What is said together, because its reader has had several messages already; mostly several
    /// pages.
    record OfPages(List<Long> numbers) implements Topic {
      public OfPages {
        numbers = List.copyOf(numbers);
      }
    }

    record OfNotice(NoticeId notice, Notice.Kind kind) implements Topic {}
  }

  public record Fact(String label, String words) {
    private static final String IF_YOU_DO_NOTHING = "If you do nothing";

    /// What every reader looks for first; of no interest once they have answered.
    public static Fact ifYouDoNothing(String words) {
      return new Fact(IF_YOU_DO_NOTHING, words);
    }

    public boolean isIfYouDoNothing() {
      return label.equals(IF_YOU_DO_NOTHING);
    }
  }

  /// A button.
  ///
  /// @param label what it says: `Acknowledge`
  /// @param link what it opens; opening it changes nothing yet
  public record Action(String label, URI link) {
    /// The button by which a person takes charge of a page.
    public static Action acknowledge(URI link) {
      return new Action("Acknowledge", link);
    }
  }

  /// The number of its page; empty for several, and for a notice.
  public Optional<Long> pageNumber() {
    return switch (topic) {
      case Topic.OfPage(var number) -> Optional.of(number);
      case Topic.OfPages(var numbers) when numbers.size() == 1 -> Optional.of(numbers.getFirst());
      case Topic.OfPages _ -> Optional.empty();
      case Topic.OfNotice _ -> Optional.empty();
    };
  }

  public Optional<URI> link() {
    return action.map(Action::link);
  }

  /// The headline for a subject line, with the page's number if it is about a page.
  public String subject() {
    String mark = possibleDuplicate ? "[possible duplicate] " : "";
    return mark + pageNumber().map(n -> "[page " + n + "] ").orElse("") + headline;
  }

  /// The facts as lines of text.
  public String factsAsText() {
    var lines = new StringBuilder();
    facts.forEach(f -> lines.append(f.label()).append(": ").append(f.words()).append('\n'));
    return lines.toString();
  }
}

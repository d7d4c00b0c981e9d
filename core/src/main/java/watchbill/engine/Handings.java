package watchbill.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchbill.notification.Message;
import watchbill.notification.Messages;
import watchbill.notification.Notice;
import watchbill.notification.Notices;
import watchbill.notification.Notification;

/// Puts what is handed over into words. Pure.
public final class Handings {
  private Handings() {}

  /// The one message for all that is handed over.
  ///
  /// @param links what the button opens; asked only where there is one
  public static Message compose(Handing handing, Function<Handing, URI> links) {
    return switch (handing) {
      case Handing.OfPage(var notification, var page, var person, var around) ->
          Messages.compose(notification, page, person, around, links.apply(handing));
      case Handing.OfPages(var pages, _, _) when pages.size() == 1 ->
          Messages.amongMany(compose(pages.getFirst(), links), pages.getFirst().page());
      case Handing.OfPages(var pages, var person, var more) ->
          Messages.together(
              handing.notification(),
              pages.stream().map(Handing.OfPage::page).toList(),
              person,
              more,
              handing.notifications().stream().anyMatch(Notification::possibleDuplicate),
              links.apply(handing));
      case Handing.OfSelfTest(var notification) ->
          new Message(
              notification.id(),
              new Message.Topic.OfNotice(SelfTesting.NOTICE, Notice.Kind.TEST),
              notification.urgency(),
              "Watchbill tests itself",
              List.of(),
              Optional.empty(),
              false);
      case Handing.OfNotice(var notification, var notice, _) ->
          Notices.compose(notification, notice, notice.action().map(_ -> links.apply(handing)));
    };
  }
}

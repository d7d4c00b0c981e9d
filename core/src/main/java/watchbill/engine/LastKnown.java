package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import watchbill.alert.PageId;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.Roster;
import watchbill.notification.About;
import watchbill.notification.Notification;
import watchbill.time.Span;

/// What a node knew of its work when it last read the store: pages that nobody has answered, what
/// is still to be told of them, and who can be woken.
///
/// @param roster whom policies and rotas mean; right for weeks
public record LastKnown(Instant readAt, List<Remembered> pages, Roster roster) {
  /// More than these are not remembered; those that need somebody come first.
  private static final int PAGES_MAX = 500;

  private static final int NOTIFICATIONS_MAX = 2_000;
  private static final Duration HORIZON = Duration.ofDays(60);

  public LastKnown {
    pages = List.copyOf(pages);
  }

  /// Reads it anew.
  public static LastKnown read(Stores stores, Configuration configuration, Instant now) {
    List<Page> open =
        stores.pages().open(PAGES_MAX).stream().filter(p -> mayWake(p.escalation())).toList();
    if (open.isEmpty()) {
      return new LastKnown(now, List.of(), configuration.roster(List.of(), List.of(), List.of()));
    }
    Map<PageId, List<Notification>> pending =
        stores.notifications().pending(NOTIFICATIONS_MAX).stream()
            .filter(n -> n.about() instanceof About.OfPage)
            .collect(Collectors.groupingBy(n -> new PageId(n.about().subject())));
    List<Remembered> pages = new ArrayList<>();
    for (Page page : open) {
      pages.add(Remembered.of(page, pending.getOrDefault(page.id(), List.of())));
    }
    return new LastKnown(
        now, pages, Rosters.read(configuration, stores, new Span(now, now.plus(HORIZON))));
  }

  /// What can wait for its hours can wait for the store, and whoever has a page is left alone.
  private static boolean mayWake(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _, Escalation.Exhausted _ -> true;
      case Escalation.Resting(var why, _, _, _) ->
          switch (why) {
            case GATHERING, SNOOZED -> true;
            case HELD, UNHEARD -> false;
          };
      case Escalation.Acknowledged _, Escalation.Resolved _ -> false;
    };
  }
}

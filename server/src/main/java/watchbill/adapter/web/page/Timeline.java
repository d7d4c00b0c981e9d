package watchbill.adapter.web.page;

import java.util.ArrayList;
import java.util.List;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Standing;
import watchbill.audit.AuditEntry;
import watchbill.audit.Deed;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;

/// What happened to a page, and what became of each notification.
record Timeline(Clock clock, Names names) {

  List<PageView.Happened> entries(List<AuditEntry> entries) {
    List<PageView.Happened> shown = new ArrayList<>(entries.size());
    boolean climbed = false;
    for (AuditEntry entry : entries) {
      Deed deed = entry.deed();
      boolean isClimb = deed.action().equals("page.climbed");
      shown.add(happened(deed, isClimb && climbed ? "fire" : look(deed.action())));
      climbed |= isClimb;
    }
    return shown;
  }

  private PageView.Happened happened(Deed deed, String look) {
    return new PageView.Happened(
        look, clock.second(deed.at()), clock.machine(deed.at()), deed.said(), because(deed));
  }

  /// The reason, and who gave it where the words before do not say so.
  private String because(Deed deed) {
    boolean told = deed.said().startsWith(deed.actor()) || !names.isSomebody(deed.actor());
    return told ? deed.because() : Names.title(names.of(deed.actor())) + ", " + deed.because();
  }

  /// Which of the few kinds an entry is; what we do not know looks plain. The first step is what is
  /// expected; only the later ones mean that nobody answered.
  private static String look(String action) {
    return switch (action) {
      case "page.opened", "page.unroutable", "alerts.joined" -> "fire";
      case "page.acknowledged" -> "ack";
      case "page.resolved", "alerts.ended" -> "good";
      case "notification.failed", "notification.unknown", "notification.due" -> "miss";
      default -> "";
    };
  }

  List<PageView.Told> told(Standing standing) {
    return standing.told().stream().map(this::told).toList();
  }

  private PageView.Told told(Notification n) {
    String attempts = n.attempts() > 1 ? " · " + n.attempts() + " attempts" : "";
    String twice = n.possibleDuplicate() ? " · possible duplicate" : "";
    String detail = n.rung() + attempts + twice;
    return switch (n.delivery()) {
      case Delivery.Due(var at) when at.isAfter(clock.now()) ->
          row(n, new Mark("silenced", "Waits"), "in " + clock.left(at), detail);
      case Delivery.Due(var at) -> row(n, new Mark("silenced", "Due"), clock.second(at), detail);
      case Delivery.Claimed(var until) ->
          row(n, new Mark("silenced", "Being sent"), "by " + clock.second(until), detail);
      case Delivery.Handed(var at, _) ->
          row(n, new Mark("silenced", "Sent"), clock.second(at), detail + " · no answer yet");
      case Delivery.Accepted(var at, var provider, _) ->
          row(n, new Mark("ok", "Accepted"), clock.second(at), detail + " · by " + provider);
      case Delivery.Delivered(var at, var provider, _) ->
          row(n, new Mark("ok", "Delivered"), clock.second(at), detail + " · by " + provider);
      case Delivery.Unknown(var at, var why, var againAt) ->
          row(
              n,
              new Mark("nodata", "Unknown"),
              clock.second(at),
              detail + " · " + why + " · again in " + clock.left(againAt));
      case Delivery.Failed(var at, var why) ->
          row(n, new Mark("nodata", "Failed"), clock.second(at), detail + " · " + why);
      case Delivery.Cancelled(var at, var why) ->
          row(n, new Mark("silenced", "Not sent"), clock.second(at), why);
    };
  }

  private PageView.Told row(Notification n, Mark mark, String at, String more) {
    return new PageView.Told(names.of(n.person()), method(n.method()), mark, at, more);
  }

  private static String method(ContactMethod method) {
    return switch (method) {
      case PUSH, CALL, WEBHOOK -> method.word();
      case SMS -> "SMS";
      case EMAIL -> "e-mail";
    };
  }

  /// `4 reports, the last 2 min ago`.
  static String reports(long count, String lastAge) {
    return count == 1 ? "1 report" : count + " reports, the last " + lastAge + " ago";
  }
}

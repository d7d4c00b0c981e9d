package watchbill.adapter.web;

import java.util.Map;
import java.util.Optional;
import watchbill.change.Change;
import watchbill.escalation.Page;
import watchbill.notification.Messages;

/// One change that came shortly before a page, for a reader.
///
/// @param when `4 min before, in ledger`
/// @param link where more is to be read
public record ChangeLine(String when, String summary, Optional<String> link) {
  private static final String LINK = "link";

  public static ChangeLine of(Change change, Page page) {
    return new ChangeLine(Messages.changedAt(change, page), change.summary(), link(change));
  }

  /// The one its sender calls the link, else the first of several.
  private static Optional<String> link(Change change) {
    return change.details().entrySet().stream()
        .filter(e -> e.getKey().startsWith(LINK))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(e -> Links.in(e.getValue()).stream())
        .findFirst();
  }
}

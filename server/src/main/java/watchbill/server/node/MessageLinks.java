package watchbill.server.node;

import java.net.URI;
import watchbill.adapter.web.notice.NoticeLinks;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.engine.Handing;
import watchbill.server.outbox.Outbox;
import watchbill.time.TimeSource;

/// The links in messages: to the wake page, and to the page of a notice.
record MessageLinks(WakeLinks wake, NoticeLinks notice, TimeSource time) implements Outbox.Links {
  @Override
  public URI linkFor(Handing handing) {
    return switch (handing) {
      case Handing.OfPage(_, var page, var person, _) ->
          wake.to(page.id(), person.id(), time.now());
      case Handing.OfPages(_, var person, _) -> wake.toAll(person.id(), time.now());
      case Handing.OfSelfTest _ -> throw new IllegalStateException("it has nothing to press");
      case Handing.OfNotice(_, var about, _) ->
          notice.to(about, about.action().orElseThrow(), time.now());
    };
  }
}

package watchbill.adapter.web.notice;

import java.time.Instant;
import java.util.Optional;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Reader;
import watchbill.notification.Notice;

/// Puts the page of a notice together for the person it was given to.
record NoticeViews(Notice notice, Optional<Notice.End> end, Reader reader, Clock clock) {

  NoticeView of(Light chosen, String action) {
    boolean open = end.isEmpty() && !notice.isPointless(clock.now());
    return new NoticeView(
        clock.isNight() ? Light.DARK : chosen,
        notice.headline(),
        Names.title(notice.kind().inWords()) + " · " + clock.full(notice.createdAt()),
        verdict(open),
        notice.facts().stream().filter(f -> open || !f.isIfYouDoNothing()).toList(),
        notice.action().filter(_ -> open && notice.asksForAnswer()).map(Notice.Action::label),
        action,
        Optional.empty());
  }

  private String verdict(boolean open) {
    if (open) {
      return "";
    }
    return switch (end.orElseGet(() -> new Notice.End.Lapsed(lapsedAt()))) {
      case Notice.End.Answered(var at, _, _) -> thanks() + " Noted at " + clock.moment(at) + ".";
      case Notice.End.Lapsed _ ->
          "It is too late to answer: the time for it ended at " + clock.moment(lapsedAt()) + ".";
    };
  }

  /// What the answer means for whoever gave it.
  private String thanks() {
    String thanks = "Thank you, " + reader.name() + ".";
    return switch (notice.kind()) {
      case WAKE_TEST -> thanks + " You can be woken; nobody tries any louder.";
      case TEST -> thanks + " This way to you works.";
      case BEFORE_DUTY,
          DUTY_CHANGED,
          SWAP,
          OPEN_SHIFT,
          COVERAGE,
          STAND_IN,
          SILENCE,
          NOISE,
          OUTAGE,
          OWN_TROUBLE,
          AUDIT_HEAD ->
          thanks;
    };
  }

  private Instant lapsedAt() {
    return notice.pointlessFrom().orElse(notice.createdAt());
  }
}

package watchbill.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.kernel.Port;

/// What people were told that was not a page, and what they answered.
@Port
public interface NoticeStore {
  /// Keeps a notice; false, and nothing is changed, when its person was given one of this key
  /// before.
  boolean add(Notice notice);

  Optional<Notice> find(NoticeId id);

  /// Keeps how it was over; false, and the first end stays, when it was over before.
  boolean end(NoticeId id, Notice.End end);

  /// How it was over; empty while it is open.
  Optional<Notice.End> endOf(NoticeId id);

  /// Open ones that are pointless at `now`, the one that was so first in front, at most `limit`.
  List<Notice> lapsing(Instant now, int limit);

  /// Those of a person, newest first, at most `limit`.
  List<Notice> recent(PersonId person, int limit);
}

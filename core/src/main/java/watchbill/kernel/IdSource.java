package watchbill.kernel;

import java.time.Instant;

/// Makes ids: text of 26 characters, unique, and ordered by the time they were made.
@Port
public interface IdSource {
  /// The next id. Ids made later sort later, also within one millisecond and when `now` steps back.
  String next(Instant now);
}

/// Events as PagerDuty's Events API takes them: version 2 with its changes (`/v2/enqueue`,
/// `/v2/change/enqueue`) and version 1. A client is moved over by changing its address alone.
///
/// Not here: what an alert or a change means once it is read.
///
/// Easy to get wrong: all that is wrong with an event is said at once, field by field, and the
/// first of the errors is a plain text, since clients show just that one. Success is 202 and no
/// other 2xx; of version 1 it is 200. The key that opens the door stands in the body: it is masked
/// before the body is kept.
@NullMarked
package watchbill.adapter.ingest.pagerduty;

import org.jspecify.annotations.NullMarked;

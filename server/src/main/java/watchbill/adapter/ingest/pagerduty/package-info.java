/// Events as PagerDuty's Events API v2 takes them: `POST /v2/enqueue`, all three actions.
///
/// Not here: change events, and the older v1. A client is moved over by changing its address alone.
///
/// Easy to get wrong: all that is wrong with an event is said at once, field by field, and the
/// first of the errors is a plain text, since clients show just that one. Success is 202 and no
/// other 2xx.
@NullMarked
package watchbill.adapter.ingest.pagerduty;

import org.jspecify.annotations.NullMarked;

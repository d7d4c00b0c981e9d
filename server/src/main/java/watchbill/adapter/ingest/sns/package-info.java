/// Messages of AWS SNS: alarms of CloudWatch, and whatever else is written to a topic.
///
/// A message counts only with a good signature and from a topic the integration names; a
/// subscription is confirmed on the same terms. Nothing is confirmed or fetched but from Amazon's
/// own hosts, by `adapter.egress`.
///
/// A raw message, which Amazon does not sign, counts only where the integration says so: then the
/// key in the address is all that keeps others out.
///
/// Easy to get wrong: what is signed is the text of the values as they were before JSON escaped
/// them, so they are never cleaned before they are checked. The message's attributes are not signed
/// at all, so they are not read. And missing data is not an end.
@NullMarked
package watchbill.adapter.ingest.sns;

import org.jspecify.annotations.NullMarked;

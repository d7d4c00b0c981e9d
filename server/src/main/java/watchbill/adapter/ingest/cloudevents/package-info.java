/// CloudEvents over HTTP: one in the body (structured), several (batched), or one whose attributes
/// are headers (binary). Deployments told as CDEvents become changes, their incidents alerts.
///
/// Not here: the mapping an integration may have for events of other types (`ingest.mapping`).
///
/// Easy to get wrong: an event is told from another by source *and* id, and the subject of an alert
/// is the same in several events. Libraries still send the version 0.3, so it is taken, too.
@NullMarked
package watchbill.adapter.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;

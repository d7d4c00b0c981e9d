/// What any JSON means, as somebody wrote it down: paths into it, texts with paths in them,
/// conditions, and the alerts and changes that come of them.
///
/// Not here: how the mapping is written in a configuration (`server.config`), and where the JSON
/// comes from, which each kind of sender knows.
///
/// Easy to get wrong: what is not found is no mistake of the sender's. A field that is not there
/// leaves its place empty; only an alert of which nothing can be said is refused. `$` is the whole
/// message and `@` the item, also in the texts.
@NullMarked
package watchbill.adapter.ingest.mapping;

import org.jspecify.annotations.NullMarked;

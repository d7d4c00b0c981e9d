/// Any JSON, by the mapping of its integration; without one, in the form our guide describes.
///
/// Not here: what a mapping is (`ingest.mapping`).
///
/// Easy to get wrong: what GoAlert's generic clients send comes here too, also as a form of the web
/// and with their own names of fields.
@NullMarked
package watchbill.adapter.ingest.json;

import org.jspecify.annotations.NullMarked;

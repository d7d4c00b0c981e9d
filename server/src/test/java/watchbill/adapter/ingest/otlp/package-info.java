/// OTLP logs in, against requests of a real exporter.
///
/// `otlp/js-exporter.*` is what OpenTelemetry's exporters for JavaScript, 0.223.1, sent of the same
/// three records.
///
/// Easy to get wrong: a counterpart that waits must be told how long, and nothing here looks at the
/// real clock but to give up.
@NullMarked
package watchbill.adapter.ingest.otlp;

import org.jspecify.annotations.NullMarked;

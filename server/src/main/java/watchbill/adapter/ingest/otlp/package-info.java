/// OpenTelemetry logs over HTTP: `POST /v1/logs`, as JSON and as protobuf.
///
/// Not here: traces and metrics, and gRPC.
///
/// Easy to get wrong: an exporter sends all its logs, and nearly none of them is an alert; what no
/// rule is about is taken with 200 and not kept. Fields may come in any order, the resource after
/// its records. And the protobuf is read by hand, so no length in it is believed before it is
/// compared with what is there.
@NullMarked
package watchbill.adapter.ingest.otlp;

import org.jspecify.annotations.NullMarked;

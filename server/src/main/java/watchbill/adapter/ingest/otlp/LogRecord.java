package watchbill.adapter.ingest.otlp;

import java.util.Map;

/// One log record, as far as it matters here.
///
/// @param nanos since 1970, of the event or of when it was seen; 0 when neither is said
/// @param level the number of its severity, 1 to 24; 0 when it is not said
/// @param levelText the sender's own word for it; may be empty
/// @param traceId in hex; may be empty
record LogRecord(
    long nanos,
    int level,
    String levelText,
    String text,
    String eventName,
    String traceId,
    String spanId,
    Map<String, String> attributes) {}

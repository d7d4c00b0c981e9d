package watchbill.adapter.ingest.mapping;

import tools.jackson.databind.JsonNode;

/// What a value is looked for in.
///
/// @param item the whole again, where the message has no items
record Scope(JsonNode whole, JsonNode item) {}

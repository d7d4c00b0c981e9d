package watchbill.adapter.ingest.alertmanager;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What `GET /api/v2/status` answers: every field that amtool and Prometheus insist on.
final class StatusDocument {
  private StatusDocument() {}

  /// @param configuration a whole file, as a text
  static byte[] bytes(String version, Instant upSince, String configuration) {
    var out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      writeCluster(json);
      writeVersion(json, version);
      json.writeObjectPropertyStart("config");
      json.writeStringProperty("original", configuration);
      json.writeEndObject();
      json.writeStringProperty("uptime", upSince.toString());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void writeCluster(JsonGenerator json) {
    json.writeObjectPropertyStart("cluster");
    json.writeStringProperty("name", "watchbill");
    json.writeStringProperty("status", "ready");
    json.writeArrayPropertyStart("peers");
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeVersion(JsonGenerator json, String version) {
    json.writeObjectPropertyStart("versionInfo");
    json.writeStringProperty("version", version);
    json.writeStringProperty("revision", version);
    json.writeStringProperty("branch", "watchbill");
    json.writeStringProperty("buildUser", "watchbill");
    json.writeStringProperty("buildDate", "");
    json.writeStringProperty("goVersion", "none, Java " + Runtime.version().feature());
    json.writeEndObject();
  }
}

package watchbill.adapter.ingest.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Reads an `ExportLogsServiceRequest` in protobuf: the few fields that matter, by their numbers.
final class ProtobufLogs {
  private static final int ID_MAX = 16;
  private static final int NAME_MAX = 255;
  private static final HexFormat HEX = HexFormat.of();

  private final LogBatch batch = new LogBatch();

  private ProtobufLogs() {}

  static LogBatch read(byte[] body) throws Wire.Malformed {
    var logs = new ProtobufLogs();
    Wire request = Wire.of(body);
    while (request.next()) {
      if (request.isLong(1)) {
        logs.resourceLogs(request.message());
      } else {
        request.skip();
      }
    }
    return logs.batch;
  }

  private void resourceLogs(Wire wire) throws Wire.Malformed {
    Map<String, String> resource = new HashMap<>();
    List<LogRecord> records = new ArrayList<>();
    while (wire.next()) {
      if (wire.isLong(1)) {
        attributes(wire.message(), 1, resource);
      } else if (wire.isLong(2)) {
        scopeLogs(wire.message(), records);
      } else {
        wire.skip();
      }
    }
    batch.add(resource, records);
  }

  private void scopeLogs(Wire wire, List<LogRecord> records) throws Wire.Malformed {
    while (wire.next()) {
      if (!wire.isLong(2)) {
        wire.skip();
      } else if (batch.mayTakeOne()) {
        records.add(record(wire.message()));
        batch.counted();
      } else {
        wire.skip();
        batch.tooMany();
      }
    }
  }

  private static LogRecord record(Wire wire) throws Wire.Malformed {
    long nanos = 0;
    long observed = 0;
    long level = 0;
    String levelText = "";
    String text = "";
    String eventName = "";
    String traceId = "";
    String spanId = "";
    Map<String, String> attributes = new HashMap<>();
    while (wire.next()) {
      if (wire.isFixed64(1)) {
        nanos = wire.fixed64();
      } else if (wire.isVarint(2)) {
        level = wire.varint();
      } else if (wire.isLong(3)) {
        levelText = wire.text(NAME_MAX);
      } else if (wire.isLong(5)) {
        text = value(wire.message());
      } else if (wire.isLong(6)) {
        attribute(wire.message(), attributes);
      } else if (wire.isLong(9)) {
        traceId = HEX.formatHex(wire.bytes(ID_MAX));
      } else if (wire.isLong(10)) {
        spanId = HEX.formatHex(wire.bytes(ID_MAX));
      } else if (wire.isFixed64(11)) {
        observed = wire.fixed64();
      } else if (wire.isLong(12)) {
        eventName = wire.text(NAME_MAX);
      } else {
        wire.skip();
      }
    }
    int number = level < 0 || level > 24 ? 0 : (int) level;
    return new LogRecord(
        nanos == 0 ? observed : nanos,
        number,
        levelText,
        text,
        eventName,
        traceId,
        spanId,
        attributes);
  }

  private static void attributes(Wire wire, int field, Map<String, String> attributes)
      throws Wire.Malformed {
    while (wire.next()) {
      if (wire.isLong(field)) {
        attribute(wire.message(), attributes);
      } else {
        wire.skip();
      }
    }
  }

  private static void attribute(Wire wire, Map<String, String> attributes) throws Wire.Malformed {
    var shown = new ShownValue();
    String key = pair(wire, shown, 0);
    if (!key.isEmpty() && attributes.size() < LogBatch.ATTRIBUTES_MAX) {
      attributes.putIfAbsent(key, shown.text());
    }
  }

  private static String value(Wire wire) throws Wire.Malformed {
    var shown = new ShownValue();
    value(wire, shown, 0);
    return shown.text();
  }

  /// Shows the value of a pair, and gives its key.
  private static String pair(Wire wire, ShownValue shown, int depth) throws Wire.Malformed {
    String key = "";
    while (wire.next()) {
      if (wire.isLong(1)) {
        key = wire.text(NAME_MAX);
        shown.key(key, depth);
      } else if (wire.isLong(2)) {
        value(wire.message(), shown, depth);
      } else {
        wire.skip();
      }
    }
    return key;
  }

  private static void value(Wire wire, ShownValue shown, int depth) throws Wire.Malformed {
    if (depth > LogBatch.DEPTH_MAX) {
      throw new Wire.Malformed("values more than " + LogBatch.DEPTH_MAX + " deep");
    }
    while (wire.next()) {
      if (wire.isLong(1)) {
        shown.add(wire.text(LogBatch.TEXT_MAX));
      } else if (wire.isVarint(2)) {
        shown.add(wire.varint() == 0 ? "false" : "true");
      } else if (wire.isVarint(3)) {
        shown.add(Long.toString(wire.varint()));
      } else if (wire.isFixed64(4)) {
        shown.add(Double.toString(Double.longBitsToDouble(wire.fixed64())));
      } else if (wire.isLong(5)) {
        list(wire.message(), shown, depth);
      } else if (wire.isLong(6)) {
        mapping(wire.message(), shown, depth);
      } else if (wire.isLong(7)) {
        shown.add(HEX.formatHex(wire.bytes(LogBatch.TEXT_MAX)));
      } else {
        wire.skip();
      }
    }
  }

  private static void list(Wire wire, ShownValue shown, int depth) throws Wire.Malformed {
    shown.open("[");
    while (wire.next()) {
      if (wire.isLong(1)) {
        shown.between();
        value(wire.message(), shown, depth + 1);
      } else {
        wire.skip();
      }
    }
    shown.close("]");
  }

  private static void mapping(Wire wire, ShownValue shown, int depth) throws Wire.Malformed {
    shown.open("{");
    while (wire.next()) {
      if (wire.isLong(1)) {
        shown.between();
        pair(wire.message(), shown, depth + 1);
      } else {
        wire.skip();
      }
    }
    shown.close("}");
  }
}

package watchbill.server.neutral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What is said to one line.
sealed interface Answer {
  /// One list of names for each instant asked about.
  record OnCall(@JsonProperty("on_call") List<List<String>> onCall) implements Answer {}

  /// The line can not be answered.
  ///
  /// @param error why
  record Refused(Fault error) implements Answer {}

  /// What is wrong with it.
  ///
  /// @param code stable, for programs
  /// @param field the field at fault, as its sender wrote it: `layers[0].rotation.unit`
  /// @param value what was seen there
  record Fault(String code, String field, Object value, String allowed) {}
}

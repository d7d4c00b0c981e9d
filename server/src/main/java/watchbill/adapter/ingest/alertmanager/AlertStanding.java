package watchbill.adapter.ingest.alertmanager;

import java.util.List;

/// How an alert stands, in this protocol's words.
///
/// @param receivers whom it goes to: those of the file that was given, else the service
/// @param inhibitedBy fingerprints of alerts
/// @param mutedBy what else holds it down: a maintenance window, a rule, that it flaps
record AlertStanding(
    List<String> receivers,
    List<String> silencedBy,
    List<String> inhibitedBy,
    List<String> mutedBy) {

  boolean isSuppressed() {
    return !silencedBy.isEmpty() || !inhibitedBy.isEmpty() || !mutedBy.isEmpty();
  }

  String state() {
    return isSuppressed() ? "suppressed" : "active";
  }
}

package watchbill.adapter.ingest.icinga;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Words;
import watchbill.alert.Condition;
import watchbill.alert.Severity;

/// The host, or the service on a host, that a notification is about.
record Subject(String host, Optional<String> service, Form form) {
  private static final int NAME_MAX = 255;

  static Subject of(Form form) {
    return new Subject(form.required("host", NAME_MAX), form.optional("service", NAME_MAX), form);
  }

  /// Neither Icinga nor Nagios takes a name with the character between the two.
  String key() {
    return service.map(s -> host + "!" + s).orElse(host);
  }

  /// What is said of it.
  Condition is(String said, Severity severity) {
    var labels = new Pairs.Builder();
    labels.add("host", Labelled.oneLine(host));
    service.ifPresent(s -> labels.add("service", Labelled.oneLine(s)));
    var details = new Details(Words.ofAnything());
    for (String name :
        List.of(
            "output",
            "long_output",
            "state",
            "address",
            "author",
            "comment",
            "time",
            "groups",
            "url")) {
      form.text(name).ifPresent(text -> details.add(name, text));
    }
    return new Condition(
        Labelled.oneLine(service.map(s -> s + " on " + host).orElse("host " + host) + said),
        Labelled.oneLine(host),
        severity,
        labels.take(),
        details.take());
  }
}

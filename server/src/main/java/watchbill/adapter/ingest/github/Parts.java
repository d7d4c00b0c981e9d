package watchbill.adapter.ingest.github;

import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Fields;

/// What GitHub's messages have in common.
final class Parts {
  static final int NAME_MAX = 255;

  private Parts() {}

  /// The object, which must be there. When it is not, that is noted.
  static Optional<Fields> inside(Fields body, String name) {
    if (!body.has(name)) {
      body.refuse("event.missing", name, "", "an object");
    }
    return body.object(name);
  }

  static String project(Fields body) {
    return body.object("repository")
        .flatMap(r -> r.text("full_name"))
        .map(name -> oneLine(body, name))
        .orElse("");
  }

  static String oneLine(Fields body, String text) {
    return body.words().oneLine(text);
  }

  /// The first of these addresses that is there, as the link.
  static void link(Details details, Fields object, String... names) {
    link(details, "link", object, names);
  }

  static void link(Details details, String as, Fields object, String... names) {
    Stream.of(names)
        .flatMap(name -> object.text(name).stream())
        .findFirst()
        .ifPresent(address -> details.add(as, address));
  }
}

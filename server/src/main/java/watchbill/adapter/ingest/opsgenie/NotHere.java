package watchbill.adapter.ingest.opsgenie;

import java.util.List;
import java.util.Optional;
import watchbill.kernel.Refusal;

/// What Opsgenie has and Watchbill has not. Said before the body is looked at, which may be a file
/// or the settings of something.
final class NotHere {
  private static final String CODE = "request.not-supported";
  private static final String ADDRESS = "address";

  private NotHere() {}

  static Optional<Refusal> objection(Address address) {
    String seen = address.method() + " " + String.join("/", address.path());
    if (address.part(0).equals("saved-searches")) {
      return Optional.of(
          new Refusal(
              CODE, ADDRESS, seen, "query when you list alerts: searches are not saved here"));
    }
    List<String> attachments = List.of("attachments", "attachment");
    if (address.path().size() > 1 && attachments.contains(address.part(1))) {
      return Optional.of(
          new Refusal(
              CODE, ADDRESS, seen, "a note or a detail with a link: files are not kept here"));
    }
    if (address.path().size() > 1 && address.part(1).equals("actions")) {
      return Optional.of(
          new Refusal(
              CODE, ADDRESS, seen, "acknowledge, close or a note: custom actions do nothing here"));
    }
    return Optional.empty();
  }
}

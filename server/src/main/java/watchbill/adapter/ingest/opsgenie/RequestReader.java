package watchbill.adapter.ingest.opsgenie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.kernel.Refusal;
import watchbill.request.AlertRequest;
import watchbill.request.Ask;
import watchbill.request.Responder;
import watchbill.request.Responders;
import watchbill.request.Rewording;
import watchbill.request.WhichAlert;

/// Reads what is to be done, from the address and the body.
final class RequestReader {
  /// Kept beside the body: the first line of the request.
  static final String REQUEST = "request";

  /// Kept beside the body: the alias an alert was given whose sender named none.
  static final String GIVEN_ALIAS = "given-alias";

  private static final int NOTE_MAX = 25_000;
  private static final int NAME_MAX = 300;
  private static final int DETAILS_MAX = 100;
  private static final int DETAIL_MAX = 2048;
  private static final int NUMBER_DIGITS = 18;
  private static final String VERBS =
      "close, acknowledge, unacknowledge, snooze, notes, assign, teams, responders, tags, details,"
          + " escalate, message, description or priority";

  /// What came of reading.
  sealed interface Read {
    record Sound(AlertRequest request, List<AlertReport> reports) implements Read {}

    /// It can't be used.
    ///
    /// @param isBroken whether it is no JSON at all
    record Wrong(List<Refusal> refusals, boolean isBroken) implements Read {}

    /// There is nothing at this address.
    record Nowhere(Refusal refusal) implements Read {}
  }

  private final Address address;
  private final Fields fields;
  private final Integration from;
  private final Sender sender;

  private RequestReader(Address address, Fields fields, Sender sender) {
    this.address = address;
    this.fields = fields;
    this.from = sender.from;
    this.sender = sender;
  }

  /// Whose request it is.
  ///
  /// @param catalog by which people are known
  record Sender(Integration from, Catalog catalog, Priorities priorities) {}

  static Read read(Message message, Sender sender, Instant now) {
    Optional<Address> address =
        Address.parse(message.header(REQUEST).orElse("POST " + Address.ROOT));
    if (address.isEmpty()) {
      return new Read.Nowhere(
          new Refusal("request.address", "address", "an odd address", "an address in UTF-8"));
    }
    Optional<Refusal> missing = NotHere.objection(address.get());
    if (missing.isPresent()) {
      return new Read.Nowhere(missing.get());
    }
    Optional<String> text = message.text();
    if (text.isEmpty()) {
      return new Read.Wrong(List.of(Json.notUtf8()), true);
    }
    return switch (Fields.parse(message.body(), text.get())) {
      case Fields.Parsed.Wrong(var refusal) -> new Read.Wrong(List.of(refusal), true);
      case Fields.Parsed.Sound(var fields) -> {
        var reader = new RequestReader(address.get(), fields, sender);
        yield address.get().path().isEmpty()
            ? reader.create(message, Words.of(text.get()), now)
            : reader.change(now);
      }
    };
  }

  private Read create(Message message, Words words, Instant now) {
    String otherwise = message.header(GIVEN_ALIAS).orElse("");
    AlertReport.Firing firing =
        new CreateReader(fields, words, sender.priorities).read(from, otherwise, now);
    var which = new WhichAlert.ByKey(firing.key(), firing.deduplicationKey());
    return sound(which, new Ask.Create(), List.of(firing));
  }

  private Read change(Instant now) {
    Optional<WhichAlert> which = which();
    Optional<Ask> ask = ask(now);
    if (ask.isEmpty() && fields.wrong().isEmpty()) {
      String seen = address.method() + " " + address.part(1);
      return new Read.Nowhere(new Refusal("request.unknown", "address", seen, VERBS));
    }
    if (which.isEmpty() || ask.isEmpty()) {
      return new Read.Wrong(fields.wrong(), false);
    }
    return sound(which.get(), ask.get(), reports(which.get(), ask.get()));
  }

  /// What can be said without knowing the alert: the engine finds the rest.
  private static List<AlertReport> reports(WhichAlert which, Ask ask) {
    if (!(which instanceof WhichAlert.ByKey(var key, _))) {
      return List.of();
    }
    return switch (ask) {
      case Ask.Close _, Ask.Delete _ -> List.of(new AlertReport.Ended(key));
      case Ask.Acknowledge _ -> List.of(new AlertReport.TakenCharge(key));
      case Ask _ -> List.of();
    };
  }

  private Read sound(WhichAlert which, Ask ask, List<AlertReport> reports) {
    String user = first(fields.line("user", CreateReader.SHORT_MAX), address.value("user"));
    String note = first(fields.text("note", NOTE_MAX), Words.cut(address.value("note"), NOTE_MAX));
    if (ask instanceof Ask.AddNote && note.isBlank()) {
      fields.refuse("note", "", "a text of 1 to " + NOTE_MAX + " characters");
    }
    if (!fields.wrong().isEmpty()) {
      return new Read.Wrong(fields.wrong(), false);
    }
    String by =
        Responders.person(sender.catalog, user)
            .map(p -> p.id().handle())
            .orElse(from.id().handle());
    return new Read.Sound(new AlertRequest(which, ask, by, user, note), reports);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private Optional<WhichAlert> which() {
    String type = address.value("identifierType");
    String name = address.part(0);
    return switch (type) {
      case "", "id" -> Optional.of(new WhichAlert.ById(new AlertId(name)));
      case "alias" -> {
        String alias = name.strip();
        yield Optional.of(new WhichAlert.ByKey(AlertKey.of(from.id(), alias), alias));
      }
      case "tiny" -> {
        if (name.length() > NUMBER_DIGITS || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
          fields.refuse("identifier", name, "a number, as identifierType is tiny");
          yield Optional.empty();
        }
        yield Optional.of(new WhichAlert.ByNumber(Long.parseLong(name)));
      }
      default -> {
        fields.refuse("identifierType", type, "id, tiny or alias");
        yield Optional.empty();
      }
    };
  }

  private Optional<Ask> ask(Instant now) {
    boolean deletes = address.method().equals("DELETE");
    if (address.path().size() > 2) {
      return Optional.empty();
    }
    return deletes ? deletion() : change(address.part(1), now);
  }

  private Optional<Ask> deletion() {
    return switch (address.part(1)) {
      case "" -> Optional.of(new Ask.Delete());
      case "tags" -> Optional.of(new Ask.RemoveTags(listed("tags")));
      case "details" ->
          Optional.of(
              new Ask.RemoveDetails(listed("keys").stream().map(CreateReader::aside).toList()));
      default -> Optional.empty();
    };
  }

  /// `tags=a,b`.
  private List<String> listed(String name) {
    List<String> values =
        Stream.of(address.value(name).split(",", -1))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
    if (values.isEmpty()) {
      fields.refuse(name, "", "texts with commas between them");
    }
    return values;
  }

  private Optional<Ask> change(String verb, Instant now) {
    return switch (verb) {
      case "close" -> Optional.of(new Ask.Close());
      case "acknowledge" -> Optional.of(new Ask.Acknowledge());
      case "unacknowledge" -> Optional.of(new Ask.Unacknowledge());
      case "snooze" -> Optional.of(new Ask.Snooze(until(now)));
      case "notes" -> Optional.of(new Ask.AddNote());
      case "assign" -> Optional.of(new Ask.Assign(named("owner", Responder.Kind.PERSON)));
      case "teams" ->
          Optional.of(
              new Ask.AddResponders(List.of(named("team", Responder.Kind.TEAM)), "AddTeam"));
      case "responders" -> Optional.of(new Ask.AddResponders(List.of(responder()), "AddResponder"));
      case "tags" -> Optional.of(new Ask.AddTags(tags()));
      case "details" -> Optional.of(new Ask.AddDetails(details()));
      case "escalate" -> Optional.of(new Ask.Escalate());
      case "message", "description", "priority" -> Optional.of(new Ask.Reword(rewording(verb)));
      default -> Optional.empty();
    };
  }

  private Instant until(Instant now) {
    String text = fields.line("endTime", CreateReader.SHORT_MAX);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      fields.refuse("endTime", text, "an instant such as 2025-01-06T04:00:00Z");
      return now;
    }
  }

  private Responder named(String field, Responder.Kind kind) {
    String name = fields.object(field).first(NAME_MAX, "username", "name", "id");
    if (name.isEmpty()) {
      fields.refuse(field, "", "an object with a name or an id");
    }
    return new Responder(kind, name);
  }

  private Responder responder() {
    String type = fields.object("responder").line("type", NAME_MAX);
    Optional<Responder.Kind> kind =
        switch (type) {
          case "user" -> Optional.of(Responder.Kind.PERSON);
          case "team" -> Optional.of(Responder.Kind.TEAM);
          case "schedule" -> Optional.of(Responder.Kind.ROTA);
          default -> Optional.empty();
        };
    if (kind.isEmpty()) {
      fields.refuse("responder", type, "an object whose type is user, team or schedule");
    }
    return named("responder", kind.orElse(Responder.Kind.PERSON));
  }

  private List<String> tags() {
    List<String> tags = fields.texts("tags", DETAILS_MAX, CreateReader.TAG_MAX);
    if (tags.isEmpty()) {
      fields.refuse("tags", "", "a list of texts");
    }
    return tags;
  }

  private Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    fields.pairs("details").entrySet().stream()
        .limit(DETAILS_MAX)
        .forEach(pair ->
            details.put(
                CreateReader.aside(Words.cut(pair.getKey(), NAME_MAX)),
                Words.cut(pair.getValue(), DETAIL_MAX)));
    if (details.isEmpty()) {
      fields.refuse("details", "", "an object of names and texts");
    }
    return details;
  }

  private Rewording rewording(String field) {
    return switch (field) {
      case "message" -> {
        String message = fields.line(field, CreateReader.MESSAGE_MAX);
        if (message.isEmpty()) {
          fields.refuse(field, "", "a text of 1 to " + CreateReader.MESSAGE_MAX + " characters");
        }
        yield new Rewording.Summary(message);
      }
      case "description" ->
          new Rewording.Detail(
              CreateReader.DESCRIPTION, fields.text(field, CreateReader.DESCRIPTION_MAX));
      default -> {
        String word = fields.line(field, CreateReader.SHORT_MAX);
        Optional<Priority> priority = Priority.of(word);
        if (priority.isEmpty()) {
          fields.refuse(field, word, Priority.ALLOWED);
        }
        Priority meant = priority.orElse(Priority.UNSAID);
        yield new Rewording.Graded(sender.priorities.severity(meant), Priority.LABEL, meant.name());
      }
    };
  }
}

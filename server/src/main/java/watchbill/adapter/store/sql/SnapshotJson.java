package watchbill.adapter.store.sql;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Target;
import watchbill.rota.Role;
import watchbill.rota.RotaId;

/// A policy snapshot as JSON. What is written once is read for years: names may be added here, and
/// none may change its meaning.
final class SnapshotJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SnapshotJson() {}

  static String write(PolicySnapshot snapshot) {
    ObjectNode json = NODES.objectNode();
    json.set("policy", policy(snapshot.policy()));
    json.set("rotas", array(snapshot.rotas(), RotaJson::write));
    json.set("teams", array(snapshot.teams(), SnapshotJson::team));
    json.set("people", array(snapshot.people(), SnapshotJson::person));
    return json.toString();
  }

  static PolicySnapshot read(String id, String text) {
    JsonNode json = parse(text);
    return new PolicySnapshot(
        id,
        policy(json.required("policy")),
        list(json.required("rotas"), RotaJson::read),
        list(json.required("teams"), SnapshotJson::team),
        list(json.required("people"), SnapshotJson::person));
  }

  static JsonNode parse(String text) {
    return JsonMapper.shared().readTree(text);
  }

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> write) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    return array.valueStream().map(read).toList();
  }

  private static ObjectNode policy(EscalationPolicy policy) {
    ObjectNode json = NODES.objectNode().put("handle", policy.handle());
    json.set("steps", array(policy.steps(), SnapshotJson::step));
    json.put("repeat", policy.repeat());
    json.set("fallback", array(policy.fallback(), SnapshotJson::target));
    policy
        .acknowledgementTimeout()
        .ifPresent(timeout -> json.put("acknowledgementTimeout", timeout.toString()));
    return json;
  }

  private static EscalationPolicy policy(JsonNode json) {
    return new EscalationPolicy(
        json.required("handle").asString(),
        list(json.required("steps"), SnapshotJson::step),
        json.required("repeat").asInt(),
        list(json.required("fallback"), SnapshotJson::target),
        Optional.ofNullable(json.get("acknowledgementTimeout"))
            .map(timeout -> Duration.parse(timeout.asString())));
  }

  private static ObjectNode step(EscalationPolicy.Step step) {
    ObjectNode json = NODES.objectNode().put("delay", step.delay().toString());
    json.set("targets", array(step.targets(), SnapshotJson::target));
    return json;
  }

  private static EscalationPolicy.Step step(JsonNode json) {
    return new EscalationPolicy.Step(
        list(json.required("targets"), SnapshotJson::target),
        Duration.parse(json.required("delay").asString()));
  }

  private static ObjectNode target(Target target) {
    ObjectNode json = NODES.objectNode();
    return switch (target) {
      case Target.ToPerson(var person) -> json.put("person", person.handle());
      case Target.ToTeam(var team) -> json.put("team", team.handle());
      case Target.ToRota(var rota, var role) ->
          json.put("rota", rota.handle()).put("role", role.word());
    };
  }

  private static Target target(JsonNode json) {
    if (json.has("person")) {
      return new Target.ToPerson(new PersonId(json.required("person").asString()));
    }
    if (json.has("team")) {
      return new Target.ToTeam(new TeamId(json.required("team").asString()));
    }
    return new Target.ToRota(
        new RotaId(json.required("rota").asString()), new Role(json.required("role").asString()));
  }

  private static ObjectNode team(Team team) {
    ObjectNode json = NODES.objectNode().put("id", team.id().handle());
    json.set("people", array(team.people(), p -> NODES.stringNode(p.handle())));
    team.manager().ifPresent(manager -> json.put("manager", manager.handle()));
    return json;
  }

  private static Team team(JsonNode json) {
    return new Team(
        new TeamId(json.required("id").asString()),
        list(json.required("people"), p -> new PersonId(p.asString())),
        Optional.ofNullable(json.get("manager")).map(m -> new PersonId(m.asString())));
  }

  private static ObjectNode person(Person person) {
    ObjectNode json = NODES.objectNode();
    json.put("id", person.id().handle());
    json.put("name", person.name());
    json.put("zone", person.zone().getId());
    ObjectNode addresses = json.putObject("addresses");
    new TreeMap<>(person.addresses())
        .forEach((method, address) -> addresses.put(method.word(), address));
    ObjectNode rules = json.putObject("rules");
    new TreeMap<>(person.rules())
        .forEach((urgency, list) -> rules.set(urgency.word(), array(list, SnapshotJson::rule)));
    person.region().ifPresent(region -> json.put("region", region.handle()));
    return json;
  }

  private static Person person(JsonNode json) {
    Map<ContactMethod, String> addresses = new EnumMap<>(ContactMethod.class);
    json.required("addresses")
        .properties()
        .forEach(e -> addresses.put(ContactMethod.ofWord(e.getKey()), e.getValue().asString()));
    Map<Urgency, List<ContactRule>> rules = new EnumMap<>(Urgency.class);
    json.required("rules")
        .properties()
        .forEach(
            e -> rules.put(Urgency.ofWord(e.getKey()), list(e.getValue(), SnapshotJson::rule)));
    return new Person(
        new PersonId(json.required("id").asString()),
        json.required("name").asString(),
        ZoneId.of(json.required("zone").asString()),
        addresses,
        rules,
        Optional.ofNullable(json.get("region")).map(r -> new RegionId(r.asString())));
  }

  private static ObjectNode rule(ContactRule rule) {
    return NODES
        .objectNode()
        .put("method", rule.method().word())
        .put("after", rule.after().toString());
  }

  private static ContactRule rule(JsonNode json) {
    return new ContactRule(
        ContactMethod.ofWord(json.required("method").asString()),
        Duration.parse(json.required("after").asString()));
  }
}

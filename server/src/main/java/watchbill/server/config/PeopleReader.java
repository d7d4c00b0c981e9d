package watchbill.server.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Urgency;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Reading;

/// Reads `people`: who they are, how they are reached, and how they wish to be woken.
final class PeopleReader {
  static final ZoneId ZONE = ZoneId.of("UTC");
  private static final int RULES = 10;

  private final ChannelReader.Channels channels;
  private final Handles regions;
  private final Reading reading;
  private final Map<PersonId, CalendarSource> leave = new HashMap<>();

  PeopleReader(ChannelReader.Channels channels, Handles regions, Reading reading) {
    this.channels = channels;
    this.regions = regions;
    this.reading = reading;
  }

  /// The calendars of whoever was read that has one.
  Map<PersonId, CalendarSource> leave() {
    return leave;
  }

  Optional<Person> read(String handle, Field field) {
    return field
        .fields("name", "email", "phone", "zone", "region", "leave", "push", "webhook", "notify")
        .map(person -> {
          String name = person.required("name", Shapes.NAME).orElse(handle);
          ZoneId zone = person.optional("zone", Shapes.ZONE).orElse(ZONE);
          Map<ContactMethod, String> addresses = addresses(handle, person);
          Set<ContactMethod> reachable = EnumSet.noneOf(ContactMethod.class);
          reachable.addAll(addresses.keySet());
          // An address that is there but wrong has its own mistake; one is enough.
          addressKeys(person).forEach(reachable::add);
          var id = new PersonId(handle);
          RegionReader.calendar(person, "leave").ifPresent(source -> leave.put(id, source));
          Optional<RegionId> region =
              person.field("region").flatMap(regions::named).map(RegionId::new);
          return new Person(id, name, zone, addresses, rules(person, reachable), region);
        });
  }

  private Map<ContactMethod, String> addresses(String handle, Fields person) {
    Map<ContactMethod, String> addresses = new EnumMap<>(ContactMethod.class);
    person.optional("email", Addresses.EMAIL).ifPresent(a -> addresses.put(ContactMethod.EMAIL, a));
    person
        .optional("phone", Shapes.PHONE)
        .ifPresent(number -> {
          addresses.put(ContactMethod.SMS, number);
          addresses.put(ContactMethod.CALL, number);
        });
    person.optional("push", Shapes.TOPIC).ifPresent(a -> addresses.put(ContactMethod.PUSH, a));
    person
        .optional("webhook", Addresses.WEBHOOK)
        .ifPresent(a -> addresses.put(ContactMethod.WEBHOOK, a.toString()));
    boolean drawnPhone =
        channels.settings().push().filter(ChannelSettings.Push.Demo.class::isInstance).isPresent();
    if (drawnPhone) {
      // The phone drawn in the page needs no subscription: it is theirs by their handle.
      addresses.putIfAbsent(ContactMethod.PUSH, handle);
    }
    return addresses;
  }

  private static Set<ContactMethod> addressKeys(Fields person) {
    return EnumSet.allOf(ContactMethod.class).stream()
        .filter(m -> person.has(addressKey(m)))
        .collect(Collectors.toSet());
  }

  private Map<Urgency, List<ContactRule>> rules(Fields person, Set<ContactMethod> reachable) {
    Map<Urgency, List<ContactRule>> rules = new EnumMap<>(Urgency.class);
    Optional<Fields> notify = person.field("notify").flatMap(f -> f.fields("now", "working-hours"));
    for (Urgency urgency : Urgency.values()) {
      notify
          .flatMap(n -> n.field(urgency.word()))
          .ifPresent(f -> rules.put(urgency, ruleList(f, reachable)));
    }
    if (!rules.containsKey(Urgency.WORKING_HOURS)) {
      boolean byMail =
          reachable.contains(ContactMethod.EMAIL)
              && channels.declared().contains(ContactMethod.EMAIL);
      List<ContactRule> usual =
          byMail
              ? List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))
              : rules.getOrDefault(Urgency.NOW, List.of());
      rules.put(Urgency.WORKING_HOURS, usual);
    }
    return rules;
  }

  private List<ContactRule> ruleList(Field field, Set<ContactMethod> reachable) {
    List<ContactRule> rules = new ArrayList<>();
    Set<ContactMethod> seen = EnumSet.noneOf(ContactMethod.class);
    for (Field item : field.items(1, RULES, "rules, like [ push 0m, sms 2m ]")) {
      Optional<ContactRule> rule = item.as(Shapes.RULE);
      if (rule.isPresent() && isUsable(item, rule.get().method(), seen, reachable)) {
        rules.add(rule.get());
      }
    }
    return List.copyOf(rules);
  }

  private boolean isUsable(
      Field item, ContactMethod method, Set<ContactMethod> seen, Set<ContactMethod> reachable) {
    if (!seen.add(method)) {
      item.refuse(
          Mistake.Kind.DUPLICATE,
          "'" + method.word() + "' is given twice; each method is used once for each step",
          "remove one of the two");
      return false;
    }
    boolean carried = channels.declared().contains(method) || !reading.complete();
    if (!carried) {
      item.refuse(
          Mistake.Kind.UNREACHABLE,
          item.shown(false) + " can't be sent: no channel carries " + method.word(),
          "declare channels." + method.word() + ", or remove the rule");
    }
    if (carried && !reachable.contains(method)) {
      item.refuse(
          Mistake.Kind.UNREACHABLE,
          item.shown(false) + " can't be sent: the person has no " + addressKey(method),
          "add " + addressKey(method) + ", or remove the rule");
    }
    return carried && reachable.contains(method);
  }

  private static String addressKey(ContactMethod method) {
    return switch (method) {
      case PUSH -> "push";
      case SMS, CALL -> "phone";
      case EMAIL -> "email";
      case WEBHOOK -> "webhook";
    };
  }
}

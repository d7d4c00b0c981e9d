package watchbill.catalog;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who may be woken.
///
/// @param zone where they live; times in their messages are given in it
/// @param addresses where each contact method reaches them: an e-mail address, an E.164 number, a
///   topic
/// @param rules by urgency, which methods are used and how long after the step began
/// @param region whose public holidays they keep; empty when none was named
public record Person(
    PersonId id,
    String name,
    ZoneId zone,
    Map<ContactMethod, String> addresses,
    Map<Urgency, List<ContactRule>> rules,
    Optional<RegionId> region) {
  public Person {
    addresses = Map.copyOf(addresses);
    rules = Map.copyOf(rules);
  }

  /// Somebody who keeps no public holidays.
  public Person(
      PersonId id,
      String name,
      ZoneId zone,
      Map<ContactMethod, String> addresses,
      Map<Urgency, List<ContactRule>> rules) {
    this(id, name, zone, addresses, rules, Optional.empty());
  }

  public Optional<String> address(ContactMethod method) {
    return Optional.ofNullable(addresses.get(method));
  }
}

package watchbill.server.config;

import java.util.List;
import java.util.stream.Stream;
import watchbill.restraint.InhibitionRule;
import watchbill.restraint.Restraints;

/// Reads what keeps alerts from waking people: `inhibit`, `maintenance`, and what integrations and
/// services say beside their own keys.
record RestraintReader(Sections sections, Handles services, Handles people) {
  /// All of it.
  ///
  /// @param brought along by integrations, beside those that are declared
  Restraints read(
      List<InhibitionRule> brought, IntegrationReader ofIntegrations, ServiceReader ofServices) {
    List<InhibitionRule> declared =
        sections.handles(Section.INHIBIT).read(new InhibitionReader()::read);
    return new Restraints(
        Stream.concat(declared.stream(), brought.stream()).toList(),
        sections.handles(Section.MAINTENANCE).read(new MaintenanceReader(services, people)::read),
        ofIntegrations.damping(),
        ofServices.damping(),
        ofIntegrations.silent());
  }
}

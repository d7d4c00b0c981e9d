package watchbill.server.node;

import java.util.Comparator;
import java.util.List;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.web.demo.DemoPhonesView;
import watchbill.catalog.Catalog;

/// Shows the demonstration's phones to the page that draws them.
final class DrawnPhones implements DemoPhonesView {
  private final DemoPhones phones;
  private final Catalog catalog;

  DrawnPhones(DemoPhones phones, Catalog catalog) {
    this.phones = phones;
    this.catalog = catalog;
  }

  @Override
  public List<Received> messages() {
    return catalog.people().stream()
        .flatMap(person -> phones.of(person.id()).stream())
        .sorted(Comparator.comparingLong(DemoPhones.Ring::number))
        .map(DrawnPhones::received)
        .toList();
  }

  private static Received received(DemoPhones.Ring ring) {
    return new Received(
        ring.person().handle(),
        ring.method().word(),
        ring.at(),
        ring.message().pageNumber(),
        ring.message().headline(),
        ring.message().facts().stream()
            .map(fact -> new Received.Fact(fact.label(), fact.words()))
            .toList(),
        ring.message().link());
  }
}

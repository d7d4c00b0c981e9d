package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.notification;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.engine.Transactions;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Delivery;

/// A page whose steps are all tried, and whose last wake told nobody, is found.
interface AdriftContract {
  Transactions transactions();

  @Test
  default void findsExhaustedPagesWhoseLastWakeToldNobody() {
    Escalation exhausted = new Escalation.Exhausted(minute(1));
    Page untold = Samples.page(1, exhausted);
    Page refused = Samples.page(2, exhausted);
    Page told = Samples.page(3, exhausted);
    Page onItsWay = Samples.page(4, exhausted);
    Page waiting = Samples.page(5, new Escalation.Waiting(1, 0, minute(1), minute(2)));
    transactions()
        .write(stores -> {
          List.of(untold, refused, told, onItsWay, waiting).forEach(stores.pages()::open);
          stores
              .notifications()
              .add(
                  List.of(
                      notification(1, 2, new Delivery.Failed(minute(1), "no such number")),
                      notification(2, 3, new Delivery.Accepted(minute(1), "smpp", "")),
                      notification(3, 4, new Delivery.Due(minute(1)))));
          return true;
        });
    List<Page> adrift = transactions().read(stores -> stores.pages().adrift(9));
    assertThat(adrift).extracting(Page::id).containsExactly(untold.id(), refused.id());
    List<Page> first = transactions().read(stores -> stores.pages().adrift(1));
    assertThat(first).hasSize(1);
  }
}

package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Leave;
import watchbill.calendar.LeaveStore;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.time.Span;

/// Leave is found by the time it touches; what was withdrawn does not count and is not forgotten.
public interface LeaveStoreContract extends StoreContract<LeaveStore> {
  @Override
  default Class<LeaveStore> port() {
    return LeaveStore.class;
  }

  @Override
  default LeaveStore storeIn(Stores stores) {
    return stores.leaves();
  }

  @Test
  default void givesBackALeaveAsItWas() {
    List<Leave> all = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      for (Instant at : Samples.INSTANTS) {
        var span = new Span(at, at.plusNanos(1_000));
        all.add(new Leave(id(all.size()), new PersonId("o'\"ñ"), span, "calendar", text));
      }
    }
    write(store -> all.forEach(store::add));
    for (Leave leave : all) {
      assertThat(reads().find(leave.id()).map(KeptLeave::leave)).contains(leave);
      assertThat(reads().touching(leave.span())).contains(leave);
    }
    assertThat(reads().find(id(999))).isEmpty();
  }

  @Test
  default void aSecondLeaveOfOneIdIsABug() {
    Leave leave = added(leave(1, ANA, 10, 20));
    assertThatThrownBy(() -> writes().add(leave)).isInstanceOf(RuntimeException.class);
  }

  @Test
  default void touchesASpanThatSharesAnInstantWithIt() {
    Leave leave = added(leave(1, ANA, 10, 20));
    assertThat(touching(0, 10)).isEmpty();
    assertThat(touching(0, 11)).containsExactly(leave);
    assertThat(touching(12, 13)).containsExactly(leave);
    assertThat(touching(19, 99)).containsExactly(leave);
    assertThat(touching(20, 99)).isEmpty();
  }

  @Test
  default void showsLeaveOfEverybodyTheEarliestFirst() {
    Leave third = added(leave(1, BEN, 12, 20));
    Leave second = added(leave(3, ANA, 10, 20));
    Leave first = added(leave(2, BEN, 10, 30));
    assertThat(touching(0, 99)).containsExactly(first, second, third);
    assertThat(reads().of(BEN, minute(0))).containsExactly(first, third);
    assertThat(reads().of(BEN, minute(20))).containsExactly(first);
    assertThat(reads().of(BEN, minute(30))).isEmpty();
  }

  @Test
  default void withdrawnLeaveDoesNotCountAndIsNotForgotten() {
    Leave leave = added(leave(1, ANA, 10, 20));
    assertThat(reads().find(leave.id()).orElseThrow().withdrawal()).isEmpty();
    writes().withdraw(leave.id(), "ana", minute(5));
    assertThat(touching(0, 99)).isEmpty();
    assertThat(reads().of(ANA, minute(0))).isEmpty();
    KeptLeave kept = reads().find(leave.id()).orElseThrow();
    assertThat(kept.leave()).isEqualTo(leave);
    assertThat(kept.withdrawal()).contains(new KeptLeave.Withdrawal("ana", minute(5)));
  }

  @Test
  default void leaveIsWithdrawnOnce() {
    Leave leave = added(leave(1, ANA, 10, 20));
    writes().withdraw(leave.id(), "ana", minute(5));
    writes().withdraw(leave.id(), "ben", minute(6));
    assertThat(reads().find(leave.id()).orElseThrow().withdrawal())
        .contains(new KeptLeave.Withdrawal("ana", minute(5)));
  }

  @Test
  default void leaveThatEndsSoonerTouchesLess() {
    Leave leave = added(leave(1, ANA, 10, 20));
    writes().end(leave.id(), minute(15));
    assertThat(touching(15, 99)).isEmpty();
    assertThat(touching(14, 99)).containsExactly(leave(1, ANA, 10, 15));
    writes().end(leave.id(), minute(30));
    assertThat(touching(25, 99)).containsExactly(leave(1, ANA, 10, 30));
  }

  private Leave added(Leave leave) {
    writes().add(leave);
    return leave;
  }

  private List<Leave> touching(long from, long until) {
    return reads().touching(new Span(minute(from), minute(until)));
  }

  private static Leave leave(long number, PersonId person, long from, long until) {
    var span = new Span(minute(from), minute(until));
    return new Leave(id(number), person, span, "ana", "Cádiz");
  }
}

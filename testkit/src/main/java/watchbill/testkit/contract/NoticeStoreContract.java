package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NoticeStore;

/// One notice for each person and key, and one end for each notice.
public interface NoticeStoreContract extends StoreContract<NoticeStore> {
  @Override
  default Class<NoticeStore> port() {
    return NoticeStore.class;
  }

  @Override
  default NoticeStore storeIn(Stores stores) {
    return stores.notices();
  }

  @Test
  default void givesBackANoticeOfEveryKindAsItWas() {
    List<Notice> notices = new ArrayList<>();
    for (Notice.Kind kind : Notice.Kind.values()) {
      long number = notices.size();
      notices.add(
          new Notice(
              new NoticeId(id(number)),
              ANA,
              kind,
              "key " + number,
              "headline",
              List.of(),
              Optional.empty(),
              minute(number),
              Optional.empty()));
    }
    assertKept(notices);
  }

  @Test
  default void givesBackEveryWordAndEveryInstant() {
    List<Notice> notices = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      List<Message.Fact> facts =
          List.of(new Message.Fact(text, text), new Message.Fact("Why you", text));
      var answer = new Notice.Action.Answer(text);
      var elsewhere = new Notice.Action.Elsewhere(text, "swap", text);
      for (Notice.Action action : List.of(answer, elsewhere)) {
        long number = notices.size();
        Instant at = Samples.INSTANTS.get((int) number % Samples.INSTANTS.size());
        notices.add(
            new Notice(
                new NoticeId(id(number)),
                ANA,
                Notice.Kind.SWAP,
                number + text,
                text,
                facts,
                Optional.of(action),
                at,
                Optional.of(at)));
      }
    }
    assertKept(notices);
  }

  @Test
  default void nobodyIsGivenTwoOfOneKey() {
    Notice first = added(notice(1));
    assertThat(writes().add(keyed(2, ANA, first.key()))).isFalse();
    assertThat(reads().find(new NoticeId(id(2)))).isEmpty();
    assertThat(reads().find(first.id())).contains(first);
    assertThat(writes().end(first.id(), lapsed(11))).isTrue();
    assertThat(writes().add(keyed(3, ANA, first.key()))).isFalse();
    assertThat(writes().add(keyed(4, BEN, first.key()))).isTrue();
    assertThat(writes().add(keyed(5, ANA, first.key() + "/1-week"))).isTrue();
  }

  @Test
  default void oneTransactionMayNameTheSameKeyTwice() {
    List<Boolean> added =
        writing(store -> List.of(store.add(notice(1)), store.add(keyed(2, ANA, notice(1).key()))));
    assertThat(added).containsExactly(true, false);
  }

  @Test
  default void theFirstEndStays() {
    Notice notice = added(notice(1));
    var answered = new Notice.End.Answered(minute(2), "ana", "notice link");
    assertThat(reads().endOf(notice.id())).isEmpty();
    assertThat(writes().end(notice.id(), answered)).isTrue();
    assertThat(writes().end(notice.id(), lapsed(3))).isFalse();
    assertThat(reads().endOf(notice.id())).contains(answered);
    assertThat(writes().end(added(notice(2)).id(), lapsed(3))).isTrue();
    assertThat(reads().endOf(notice(2).id())).contains(lapsed(3));
  }

  @Test
  default void whatIsNotThereHasNoEnd() {
    assertThat(writes().end(new NoticeId(id(404)), lapsed(3))).isFalse();
    assertThat(reads().endOf(new NoticeId(id(404)))).isEmpty();
    assertThat(reads().find(new NoticeId(id(404)))).isEmpty();
  }

  @Test
  default void findsOpenOnesThatAreOfNoUseAnyMore() {
    Notice second = added(notice(2));
    Notice first = added(notice(1));
    Notice answered = added(notice(3));
    added(forEver(4));
    writes().end(answered.id(), new Notice.End.Answered(minute(4), "ana", "web"));
    assertThat(reads().lapsing(minute(11).minusNanos(1_000), 10)).isEmpty();
    assertThat(reads().lapsing(minute(11), 10)).containsExactly(first);
    assertThat(reads().lapsing(minute(99), 10)).containsExactly(first, second);
    assertThat(reads().lapsing(minute(99), 1)).containsExactly(first);
    writes().end(first.id(), lapsed(12));
    assertThat(reads().lapsing(minute(99), 10)).containsExactly(second);
  }

  @Test
  default void showsThoseOfAPersonNewestFirst() {
    Notice first = added(notice(1));
    Notice second = added(notice(2));
    added(keyed(3, BEN, "another's"));
    writes().end(first.id(), lapsed(12));
    assertThat(reads().recent(ANA, 10)).containsExactly(second, first);
    assertThat(reads().recent(ANA, 1)).containsExactly(second);
    assertThat(reads().recent(new PersonId("nobody"), 10)).isEmpty();
  }

  private void assertKept(List<Notice> notices) {
    notices.forEach(n -> assertThat(writes().add(n)).isTrue());
    notices.forEach(n -> assertThat(reads().find(n.id())).contains(n));
  }

  private Notice added(Notice notice) {
    assertThat(writes().add(notice)).isTrue();
    return notice;
  }

  private static Notice.End lapsed(long number) {
    return new Notice.End.Lapsed(minute(number));
  }

  private static Notice keyed(long number, PersonId person, String key) {
    Notice n = notice(number);
    return new Notice(
        n.id(),
        person,
        n.kind(),
        key,
        n.headline(),
        n.facts(),
        n.action(),
        n.createdAt(),
        n.pointlessFrom());
  }

  private static Notice forEver(long number) {
    Notice n = notice(number);
    return new Notice(
        n.id(),
        n.person(),
        n.kind(),
        n.key(),
        n.headline(),
        n.facts(),
        n.action(),
        n.createdAt(),
        Optional.empty());
  }
}

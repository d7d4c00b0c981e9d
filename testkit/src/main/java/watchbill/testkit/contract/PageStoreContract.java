package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.contract.Samples.acknowledged;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.page;
import static watchbill.testkit.contract.Samples.pageId;
import static watchbill.testkit.contract.Samples.resolved;
import static watchbill.testkit.contract.Samples.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.escalation.PageStore;
import watchbill.escalation.PolicySnapshot;
import watchbill.time.Span;

/// Pages are found by what they wait for.
public interface PageStoreContract extends StoreContract<PageStore>, AdriftContract {
  ServiceId SEARCH = new ServiceId("search");

  @Override
  default Class<PageStore> port() {
    return PageStore.class;
  }

  @Override
  default PageStore storeIn(Stores stores) {
    return stores.pages();
  }

  // What is kept.

  @Test
  default void givesBackAPageWithEverythingItsPolicyNames() {
    PolicySnapshot rich = RichSnapshot.make("rich");
    Page page = withSnapshot(page(1, waiting(1)), rich);
    writes().open(page);
    Page kept = found(page);
    assertThat(kept).isEqualTo(page);
    assertThat(kept.snapshot().rotas()).isEqualTo(rich.rotas());
    assertThat(reads().findByNumber(1)).contains(page);
    assertThat(reads().due(minute(99), 10)).containsExactly(page);
  }

  @Test
  default void givesBackEveryTitle() {
    List<Page> pages = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      pages.add(titled(page(pages.size() + 1, waiting(1)), text));
    }
    write(store -> pages.forEach(store::open));
    pages.forEach(p -> assertThat(found(p)).isEqualTo(p));
  }

  @Test
  default void givesBackEveryStanding() {
    List<Escalation> standings = new ArrayList<>();
    for (Instant at : Samples.INSTANTS) {
      standings.add(new Escalation.Waiting(3, 19, at, at));
      standings.add(new Escalation.Acknowledged("O'Brien", at, 2, 7));
      standings.add(new Escalation.Acknowledged("O'Brien", at, 2, 7, Optional.of(at)));
      standings.add(new Escalation.Exhausted(at));
      standings.add(new Escalation.Resolved("ana", at));
      for (Escalation.Resting.Why why : Escalation.Resting.Why.values()) {
        standings.add(new Escalation.Resting(why, "O'Brien", at, at));
      }
    }
    int number = 1;
    for (Escalation standing : standings) {
      Page page = page(number++, standing);
      writes().open(page);
      assertThat(found(page)).isEqualTo(page);
    }
  }

  @Test
  default void everyStandingCanFollowEveryOther() {
    List<Escalation> standings =
        List.of(
            waiting(1),
            acknowledged(2),
            new Escalation.Exhausted(minute(3)),
            resolved(4),
            new Escalation.Waiting(2, 1, minute(5), minute(6)),
            resting(Escalation.Resting.Why.HELD, 7),
            resting(Escalation.Resting.Why.SNOOZED, 8));
    Page page = page(1, waiting(0));
    writes().open(page);
    for (Escalation before : standings) {
      for (Escalation after : standings) {
        writes().save(page.with(before));
        writes().save(page.with(after));
        assertThat(found(page).escalation()).isEqualTo(after);
      }
    }
  }

  @Test
  default void pagesMayShareOneSnapshot() {
    writes().open(page(1, waiting(1)));
    write(store -> {
      store.open(page(2, waiting(2)));
      store.open(page(3, waiting(3)));
    });
    assertThat(found(page(3, waiting(3))).snapshot()).isEqualTo(Samples.snapshot());
  }

  @Test
  default void findsNothingItDoesNotHave() {
    assertThat(reads().find(pageId(404))).isEmpty();
    assertThat(reads().findByNumber(404)).isEmpty();
    assertThat(reads().open(10)).isEmpty();
    assertThat(reads().resolved(10)).isEmpty();
    assertThat(reads().due(minute(0), 10)).isEmpty();
    assertThat(reads().overdue(minute(0), 10)).isEmpty();
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW))).isEmpty();
  }

  // Numbers and counts.

  @Test
  default void eachNumberIsGivenOnce() {
    long first = writes().nextNumber();
    writes().open(page(first, waiting(1)));
    long second = writes().nextNumber();
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  default void numbersDifferBeforeTheirPagesAreOpened() {
    List<Long> numbers =
        writing(store -> List.of(store.nextNumber(), store.nextNumber(), store.nextNumber()));
    assertThat(numbers).doesNotHaveDuplicates();
    numbers.forEach(n -> writes().open(page(n, waiting(1))));
    assertThat(writes().nextNumber()).isGreaterThan(numbers.getLast());
  }

  @Test
  default void savesWhereAPageStandsButNotItsCounts() {
    Page opened = page(1, waiting(1));
    writes().open(opened);
    writes().count(opened.id(), 5, 3);
    Page woken = wokenAgain(opened, waiting(6));
    writes().save(woken);
    Page kept = found(opened);
    assertThat(kept.escalation()).isEqualTo(waiting(6));
    assertThat(kept.wakeCount()).isEqualTo(2);
    assertThat(kept.alertCount()).isEqualTo(5);
    assertThat(kept.openAlertCount()).isEqualTo(3);
  }

  @Test
  default void countsGoUpAndDown() {
    Page page = page(1, waiting(1));
    Page other = page(2, waiting(2));
    write(store -> {
      store.open(page);
      store.open(other);
      store.count(page.id(), 10_000, 10_000);
      store.count(page.id(), 0, -9_999);
    });
    writes().count(page.id(), 1, 0);
    writes().count(page.id(), 0, -1);
    assertThat(found(page).alertCount()).isEqualTo(10_001);
    assertThat(found(page).openAlertCount()).isZero();
    assertThat(found(other).alertCount()).isZero();
  }

  // Which page a new alert joins.

  @Test
  default void aNewAlertJoinsTheNewestPageThatWaits() {
    Page newest = page(3, waiting(3));
    write(store -> {
      store.open(page(2, waiting(2)));
      store.open(newest);
      store.open(page(1, waiting(1)));
    });
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW))).contains(newest);
    writes().save(newest.with(acknowledged(4)));
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW))).contains(page(2, waiting(2)));
  }

  @Test
  default void onlyAPageOfTheSameServiceAndUrgencyIsJoined() {
    write(store -> {
      store.open(page(1, SEARCH, Urgency.NOW, waiting(1)));
      store.open(page(2, CHECKOUT, Urgency.WORKING_HOURS, waiting(2)));
    });
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW))).isEmpty();
    assertThat(reads().waiting(group(SEARCH, Urgency.NOW))).isPresent();
  }

  @Test
  default void aPageThatNobodyIsAskedForAnyMoreIsNotJoined() {
    write(store -> {
      store.open(page(1, acknowledged(1)));
      store.open(page(2, new Escalation.Exhausted(minute(2))));
      store.open(page(3, resolved(3)));
    });
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW))).isEmpty();
  }

  // What is due.

  @Test
  default void aPageIsDueFromItsInstantOn() {
    Page page = page(1, new Escalation.Waiting(1, 0, minute(0), minute(5).plusNanos(1_000)));
    writes().open(page);
    assertThat(due(minute(5))).isEmpty();
    assertThat(due(minute(5).plusNanos(1_000))).containsExactly(page);
    writes().save(page.with(waiting(10)));
    assertThat(due(minute(14))).isEmpty();
    assertThat(due(minute(15))).hasSize(1);
  }

  @Test
  default void pagesThatWaitForNothingAreNotDue() {
    write(store -> {
      store.open(page(1, acknowledged(1)));
      store.open(page(2, new Escalation.Exhausted(minute(2))));
      store.open(page(3, resolved(3)));
    });
    Page taken = page(4, waiting(0));
    writes().open(taken);
    writes().save(taken.with(acknowledged(4)));
    assertThat(due(minute(999))).isEmpty();
  }

  @Test
  default void aPageThatSomebodyHasTakenForATimeIsDueWhenItIsOver() {
    var until = Optional.of(minute(30));
    Page taken = page(1, new Escalation.Acknowledged("ana", minute(5), 1, 0, until));
    writes().open(taken);
    assertThat(due(minute(29))).isEmpty();
    assertThat(due(minute(30))).containsExactly(taken);
    assertThat(reads().overdue(minute(31), 10)).containsExactly(taken);
  }

  @Test
  default void theMostUrgentIsDueFirstAndThenTheNewest() {
    Page calm = page(4, CHECKOUT, Urgency.WORKING_HOURS, waiting(0));
    Page old = page(1, CHECKOUT, Urgency.NOW, waiting(2));
    Page young = page(3, SEARCH, Urgency.NOW, waiting(3));
    write(store -> List.of(old, calm, young).forEach(store::open));
    assertThat(due(minute(99))).containsExactly(young, old, calm);
    assertThat(reads().due(minute(99), 2)).containsExactly(young, old);
  }

  @Test
  default void findsWhatShouldHaveMovedOnLongAgo() {
    Page late = page(1, waiting(0));
    write(store -> {
      store.open(late);
      store.open(page(2, waiting(1)));
      store.open(page(3, acknowledged(0)));
      store.open(page(4, resolved(0)));
    });
    assertThat(reads().overdue(minute(5), 10)).isEmpty();
    assertThat(reads().overdue(minute(6), 10)).containsExactly(late);
    assertThat(reads().overdue(minute(9), 10)).hasSize(2);
    assertThat(reads().overdue(minute(9), 1)).hasSize(1);
  }

  // What people look at.

  @Test
  default void showsThosePagesFirstThatNeedSomebody() {
    Page waiting = page(1, waiting(1));
    Page exhausted = page(2, new Escalation.Exhausted(minute(2)));
    Page taken = page(3, acknowledged(3));
    Page takenLater = page(4, acknowledged(4));
    write(store -> List.of(taken, waiting, takenLater, exhausted).forEach(store::open));
    writes().open(page(5, resolved(5)));
    assertThat(reads().open(10)).containsExactly(exhausted, waiting, takenLater, taken);
    assertThat(reads().open(1)).containsExactly(exhausted);
  }

  @Test
  default void showsWhatIsOverNewestFirst() {
    Page old = page(1, resolved(1));
    Page young = page(2, resolved(2));
    write(store -> List.of(young, old, page(3, waiting(3))).forEach(store::open));
    assertThat(reads().resolved(10)).containsExactly(young, old);
    assertThat(reads().resolved(1)).containsExactly(young);
  }

  // What pay is reckoned from.

  @Test
  default void knowsWhatWasOpenWithinASpan() {
    Page over = page(1, resolved(10));
    Page taken = page(2, acknowledged(4));
    Page waiting = page(3, waiting(5));
    Page exhausted = page(4, new Escalation.Exhausted(minute(9)));
    write(store -> List.of(waiting, over, exhausted, taken).forEach(store::open));
    assertThat(alive(5, 99)).containsExactly(over, taken, waiting, exhausted);
    assertThat(alive(9, 99)).containsExactly(over, taken, waiting, exhausted);
    assertThat(alive(10, 99)).containsExactly(taken, waiting, exhausted);
    assertThat(alive(0, 2)).containsExactly(over);
    assertThat(alive(0, 1)).isEmpty();
    assertThat(reads().aliveWithin(new Span(minute(0), minute(99)), 2))
        .containsExactly(life(over), life(taken));
  }

  private static PageLife life(Page p) {
    return new PageLife(p.id(), p.service(), p.openedAt());
  }

  private List<Page> alive(long from, long until) {
    return reads().aliveWithin(new Span(minute(from), minute(until)), 10).stream()
        .map(life -> {
          Page page = reads().find(life.page()).orElseThrow();
          assertThat(life).isEqualTo(life(page));
          return page;
        })
        .toList();
  }

  // How the tests above say it.

  private Page found(Page page) {
    return reads().find(page.id()).orElseThrow();
  }

  private List<Page> due(Instant now) {
    return reads().due(now, 100);
  }

  private static Page titled(Page p, String title) {
    return make(p, title, p.snapshot(), p.escalation(), p.wakeCount());
  }

  private static Page withSnapshot(Page p, PolicySnapshot snapshot) {
    return make(p, p.title(), snapshot, p.escalation(), p.wakeCount());
  }

  // Pages that rest.

  @Test
  default void aRestingPageMovesOnLikeAWaitingOne() {
    write(store -> {
      store.open(page(1, resting(Escalation.Resting.Why.GATHERING, 0)));
      store.open(page(2, resting(Escalation.Resting.Why.HELD, 1)));
      store.open(page(3, resting(Escalation.Resting.Why.SNOOZED, 2)));
    });
    assertThat(reads().due(minute(4), 10)).isEmpty();
    assertThat(reads().due(minute(5), 10)).extracting(Page::number).containsExactly(1L);
    assertThat(reads().due(minute(7), 10)).hasSize(3);
    assertThat(reads().overdue(minute(7), 10)).hasSize(2);
  }

  @Test
  default void aNewAlertMayJoinAPageThatGathersOrIsHeldAndNoneThatIsSnoozed() {
    writes().open(page(1, resting(Escalation.Resting.Why.GATHERING, 0)));
    assertThat(joined()).contains(1L);
    writes().open(page(2, resting(Escalation.Resting.Why.HELD, 0)));
    assertThat(joined()).contains(2L);
    writes().open(page(3, resting(Escalation.Resting.Why.SNOOZED, 0)));
    assertThat(joined()).contains(2L);
  }

  private Optional<Long> joined() {
    return reads().waiting(group(CHECKOUT, Urgency.NOW)).map(Page::number);
  }

  @Test
  default void listsPagesThatRestAfterThoseThatDoNot() {
    write(store -> {
      store.open(page(1, waiting(1)));
      store.open(page(2, acknowledged(2)));
      store.open(page(3, resting(Escalation.Resting.Why.HELD, 3)));
      store.open(page(4, resting(Escalation.Resting.Why.SNOOZED, 4)));
    });
    assertThat(reads().open(10)).extracting(Page::number).containsExactly(1L, 2L, 4L, 3L);
    assertThat(reads().open(3)).extracting(Page::number).containsExactly(1L, 2L, 4L);
  }

  // Groups.

  @Test
  default void eachGroupHasPagesOfItsOwn() {
    write(store -> {
      store.open(ofGroup(1, "", waiting(1)));
      store.open(ofGroup(2, "disk: host=a", waiting(2)));
      store.open(ofGroup(3, "disk: host=b", acknowledged(3)));
      store.open(ofGroup(4, "disk: host=c", resolved(4)));
    });
    assertThat(reads().waiting(group(CHECKOUT, Urgency.NOW)).map(Page::number)).contains(1L);
    assertThat(reads().waiting(group("disk: host=a")).map(Page::number)).contains(2L);
    assertThat(reads().inHand(group("disk: host=a"))).isEmpty();
    assertThat(reads().inHand(group("disk: host=b")).map(Page::number)).contains(3L);
    assertThat(reads().waiting(group("disk: host=b"))).isEmpty();
    assertThat(reads().lastOpened(group("disk: host=c"))).contains(minute(4));
    assertThat(reads().lastOpened(group("disk: host=d"))).isEmpty();
    assertThat(reads().inHand(group("disk: host=b")).map(Page::group)).contains("disk: host=b");
  }

  @Test
  default void countsWhatOpenedLately() {
    write(store -> {
      for (int number = 1; number <= 5; number++) {
        store.open(ofGroup(number, "disk: host=" + number, waiting(number)));
      }
      store.open(page(6, CHECKOUT, Urgency.WORKING_HOURS, waiting(6)));
    });
    assertThat(reads().countOpened(CHECKOUT, Urgency.NOW, minute(3))).isEqualTo(3);
    assertThat(reads().countOpened(CHECKOUT, Urgency.NOW, minute(0))).isEqualTo(5);
    assertThat(reads().countOpened(CHECKOUT, Urgency.NOW, minute(6))).isZero();
  }

  @Test
  default void keepsHowBadTheWorstAlertIs() {
    writes().open(page(1, waiting(1)));
    assertThat(reads().find(pageId(1)).orElseThrow().severity()).isEqualTo(Severity.CRITICAL);
    writes().worsen(pageId(1), Severity.ERROR);
    writes().save(page(1, acknowledged(1)));
    assertThat(reads().find(pageId(1)).orElseThrow().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  default void noServiceMakesAnotherWaitForItsManyPages() {
    write(store -> {
      store.open(page(1, SEARCH, Urgency.NOW, waiting(1)));
      for (int number = 2; number <= 9; number++) {
        store.open(ofGroup(number, "disk: host=" + number, waiting(number)));
      }
    });
    assertThat(reads().due(minute(20), 3)).extracting(Page::number).containsExactly(9L, 1L, 8L);
  }

  private static PageStore.Group group(ServiceId service, Urgency urgency) {
    return new PageStore.Group(service, urgency, "");
  }

  private static PageStore.Group group(String key) {
    return new PageStore.Group(CHECKOUT, Urgency.NOW, key);
  }

  private static Page ofGroup(long number, String group, Escalation escalation) {
    Page p = Samples.page(number, escalation);
    return new Page(
        p.id(),
        p.number(),
        p.service(),
        p.urgency(),
        p.title(),
        p.openedAt(),
        p.snapshot(),
        escalation,
        p.wakeCount(),
        p.alertCount(),
        p.openAlertCount(),
        group,
        p.severity());
  }

  /// Since minute `number`, for five minutes.
  private static Escalation resting(Escalation.Resting.Why why, long number) {
    return new Escalation.Resting(why, "ana", minute(number), minute(number + 5));
  }

  private static Page wokenAgain(Page p, Escalation escalation) {
    return make(p, p.title(), p.snapshot(), escalation, p.wakeCount() + 1);
  }

  private static Page make(
      Page p, String title, PolicySnapshot snapshot, Escalation escalation, int wakeCount) {
    return new Page(
        p.id(),
        p.number(),
        p.service(),
        p.urgency(),
        title,
        p.openedAt(),
        snapshot,
        escalation,
        wakeCount,
        p.alertCount(),
        p.openAlertCount());
  }
}

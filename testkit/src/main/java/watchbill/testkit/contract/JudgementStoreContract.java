package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;

import org.junit.jupiter.api.Test;
import watchbill.engine.Stores;
import watchbill.noise.Judged;
import watchbill.noise.Judgement;
import watchbill.noise.JudgementStore;

/// A page has one judgement: the last that was kept.
public interface JudgementStoreContract extends StoreContract<JudgementStore> {
  @Override
  default Class<JudgementStore> port() {
    return JudgementStore.class;
  }

  @Override
  default JudgementStore storeIn(Stores stores) {
    return stores.judgements();
  }

  @Test
  default void givesBackEachAnswerAsItWasGiven() {
    for (int i = 0; i < 4; i++) {
      var judged =
          new Judged(
              pageId(i),
              ANA,
              new Judgement(i % 2 == 0, i < 2),
              minute(i).plusNanos(1_000),
              minute(i + 9).plusNanos(2_000));
      writes().put(judged);
      assertThat(reads().of(pageId(i))).contains(judged);
    }
    assertThat(reads().of(pageId(0)).map(Judged::judgement)).contains(new Judgement(true, true));
  }

  @Test
  default void whatIsSaidLaterTakesThePlaceOfWhatWasSaid() {
    var first = new Judged(pageId(1), ANA, new Judgement(true, false), minute(1), minute(1));
    var other = new Judged(pageId(2), BEN, new Judgement(true, false), minute(1), minute(1));
    writes().put(first);
    writes().put(other);
    Judged changed = first.changed(new Judgement(false, true), minute(5));
    writes().put(changed);
    assertThat(reads().of(pageId(1))).contains(changed);
    assertThat(reads().of(pageId(2))).contains(other);
  }

  @Test
  default void aPageThatNobodyJudgedHasNone() {
    assertThat(reads().of(pageId(7))).isEmpty();
  }
}

package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.contract.Samples.minute;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.access.AccessStore;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.engine.Stores;

/// A link is good once, a session until it ends, the key for ever.
public interface AccessStoreContract extends StoreContract<AccessStore> {
  SignInLink LINK = new SignInLink("aa".repeat(32), "ana", minute(10));
  Session SESSION = new Session("bb".repeat(32), "O'Brien \"ñ\"", minute(1), minute(10));

  @Override
  default Class<AccessStore> port() {
    return AccessStore.class;
  }

  @Override
  default AccessStore storeIn(Stores stores) {
    return stores.access();
  }

  @Test
  default void aLinkIsGoodOnce() {
    writes().addLink(LINK);
    assertThat(redeem(LINK, 5)).contains("ana");
    assertThat(redeem(LINK, 5)).isEmpty();
  }

  @Test
  default void aLinkIsGoodOnceAlsoWhenManyPressItTogether() {
    writes().addLink(LINK);
    var presses =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> redeem(LINK, 5)))
            .toList();
    long signedIn = presses.stream().filter(p -> p.join().isPresent()).count();
    assertThat(signedIn).isEqualTo(1);
  }

  @Test
  default void aLinkIsGoodBeforeItExpiresAndNotAfter() {
    writes().addLink(LINK);
    assertThat(redeem(LINK, 10)).isEmpty();
    assertThat(redeem(LINK, 9)).contains("ana");
  }

  @Test
  default void aLinkThatNeverWasIsNoGood() {
    assertThat(redeem(LINK, 5)).isEmpty();
  }

  @Test
  default void aLinkWhoseUseFailedIsGoodAgain() {
    writes().addLink(LINK);
    assertThatThrownBy(() ->
            write(store -> {
              assertThat(store.redeem(LINK.tokenHash(), minute(5))).contains("ana");
              throw new IllegalStateException("the disk is full");
            }))
        .hasMessage("the disk is full");
    assertThat(redeem(LINK, 5)).contains("ana");
  }

  @Test
  default void remembersForWhomALinkWasMade() {
    assertThat(reads().linkWasMade("ana")).isFalse();
    writes().addLink(LINK);
    assertThat(reads().linkWasMade("ana")).isTrue();
    assertThat(reads().linkWasMade("ben")).isFalse();
    assertThat(redeem(LINK, 5)).isPresent();
    assertThat(reads().linkWasMade("ana")).isTrue();
  }

  @Test
  default void aSessionLastsUntilItExpires() {
    writes().addSession(SESSION);
    assertThat(session(9)).contains(SESSION);
    assertThat(session(10)).isEmpty();
  }

  @Test
  default void aSessionThatWasEndedIsOver() {
    writes().addSession(SESSION);
    writes().endSession("cc".repeat(32));
    assertThat(session(5)).isPresent();
    writes().endSession(SESSION.tokenHash());
    assertThat(session(5)).isEmpty();
    writes().endSession(SESSION.tokenHash());
  }

  @Test
  default void theSigningKeyIsMadeOnceAndKept() {
    byte[] made = {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE};
    byte[] first = writes().signingKey(made::clone);
    assertThat(first).isEqualTo(made);
    byte[] second =
        writes()
            .signingKey(() -> {
              throw new IllegalStateException("there is a key already");
            });
    assertThat(second).isEqualTo(made);
    second[0] = 42;
    assertThat(writes().signingKey(made::clone)).isEqualTo(made);
  }

  private Optional<String> redeem(SignInLink link, long minute) {
    return writes().redeem(link.tokenHash(), minute(minute));
  }

  private Optional<Session> session(long minute) {
    return reads().session(SESSION.tokenHash(), minute(minute));
  }
}

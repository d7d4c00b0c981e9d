package watchbill.law.sin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchbill.law.sin.kernel.Lamp;

public interface LampContract {
  Lamp lamp();

  @Test
  default void isLit() {
    assertThat(lamp().isLit()).isTrue();
  }
}

package watchbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void saysItIsADevelopmentBuildWhenRunFromClassFiles() {
    assertThat(Main.version()).isEqualTo("development");
  }
}

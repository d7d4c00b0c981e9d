package watchbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramVersionTest {
  @Test
  void saysItIsADevelopmentBuildWhenRunFromClassFiles() {
    assertThat(ProgramVersion.number()).isEqualTo("development");
  }
}

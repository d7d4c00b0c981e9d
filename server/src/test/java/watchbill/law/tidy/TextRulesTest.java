package watchbill.law.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  @Test
  void seesALineThatIsTooWide() {
    assertThat(TextRules.faults(sql("-- ok\n" + "x".repeat(101))))
        .singleElement()
        .hasToString("a.sql:2: 101 characters; 100 is the most. Break it where the thought breaks");
    assertThat(TextRules.faults(sql("x".repeat(100)))).isEmpty();
  }

  @Test
  void seesAFileThatIsTooLong() {
    assertThat(TextRules.faults(sql("x\n".repeat(501))))
        .singleElement()
        .asString()
        .startsWith("a.sql:501: 501 lines; 500 is the most");
    assertThat(TextRules.faults(sql("x\n".repeat(500)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {} // TODO later",
        "/* ok\n FIXME */ class A {}",
        "/// XXX\nclass A {}",
        "class A { String a = \"//\"; } // TODO",
        "class A { char a = '\"'; } // TODO \"",
        "class A { String a = \"\"\"\n // \"\"\"; } // TODO",
      })
  void seesALeftoverNoteInAComment(String java) {
    assertThat(TextRules.faults(new SourceFile("A.java", java)))
        .singleElement()
        .asString()
        .contains("a leftover note");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { String a = \"// TODO\"; }",
        "class A { String a = \"\\\"// TODO\"; }",
        "class A { String a = \"\"\"\n // TODO \"quoted\" \\\"\"\" \n\"\"\"; }",
        "class A { /* todo lists are fine */ }",
        "class A { /* TODOS */ }",
      })
  void letsStringsAndOtherWordsBe(String java) {
    assertThat(TextRules.faults(new SourceFile("A.java", java))).isEmpty();
  }

  @Test
  void seesALeftoverNoteInAnyOtherFileOfCode() {
    assertThat(TextRules.faults(sql("select 1; -- TODO"))).hasSize(1);
  }

  @Test
  void looksAtCodeAndScriptsOnly() {
    assertThat(TextRules.applyTo(new SourceFile("check", ""))).isTrue();
    assertThat(TextRules.applyTo(new SourceFile(".ci/run", ""))).isTrue();
    assertThat(TextRules.applyTo(new SourceFile("a/wake.jte", ""))).isTrue();
    assertThat(TextRules.applyTo(new SourceFile("STYLE.md", ""))).isFalse();
    assertThat(TextRules.applyTo(new SourceFile("testdata/capture.json", ""))).isFalse();
  }

  private static SourceFile sql(String text) {
    return new SourceFile("a.sql", text);
  }
}

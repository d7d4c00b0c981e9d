package watchbill.law.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaRulesTest {
  @Test
  void seesAMethodThatIsTooLong() {
    assertThat(inTests(methodOf(61)))
        .singleElement()
        .asString()
        .contains("a is 61 lines; 60 is the most");
    assertThat(inTests(methodOf(60))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AlertUtils, Utils",
    "RotaHelper, Helper",
    "PageManager, Manager",
    "EventProcessor, Processor",
    "BaseChannel, Base",
    "CommonRules, Common",
    "AlertData, Data",
    "HTTPDataSource, Data",
    "InfoPage, Info",
    "ChannelImpl, Impl",
    "AlertDao, Dao",
  })
  void seesAWordThatNamesNothing(String type, String word) {
    assertThat(inTests("class " + type + " {}"))
        .singleElement()
        .asString()
        .contains("the word " + word + " in " + type);
    assertThat(inTests("class Outer { record " + type + "() {} }")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Database", "Baseline", "Commonwealth", "Information", "Implicit", "Utilisation"})
  void letsWordsBeThatOnlyBeginAlike(String type) {
    assertThat(inTests("interface " + type + " {}")).isEmpty();
  }

  @Test
  void seesAPackageThatNamesNothing() {
    assertThat(inTests("package watchbill.common.alert; class A {}"))
        .singleElement()
        .asString()
        .contains("the package common names nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { void a() throws Exception { Thread.sleep(5); } }",
        "class A { void a() throws Exception { java.lang.Thread.sleep(5); } }",
        "class A { void a() throws Exception { TimeUnit.SECONDS.sleep(5); } }",
        "class A { Wait wait = Thread::sleep; }",
        "import static java.lang.Thread.sleep; class A {}",
      })
  void seesATestThatSleeps(String java) {
    assertThat(inTests(java)).singleElement().asString().contains("tests do not sleep");
    assertThat(JavaRules.faults(new SourceFile("testkit/src/main/java/A.java", java))).hasSize(1);
    assertThat(JavaRules.faults(new SourceFile("server/src/main/java/A.java", java))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { @Disabled @Test void a() {} }",
        "@org.junit.jupiter.api.Disabled(\"flaky\") class A {}",
      })
  void seesATestThatDoesNotRun(String java) {
    assertThat(inTests(java)).singleElement().asString().contains("proves nothing");
  }

  @Test
  void seesAContractThatAssumes() {
    String java = "class A { void a() { Assumptions.assumeTrue(b); } }";
    assertThat(JavaRules.faults(new SourceFile("testkit/src/main/java/A.java", java)))
        .singleElement()
        .asString()
        .contains("a contract that is skipped has failed");
    assertThat(inTests(java)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// var alert = alerts.find(key);",
        "// if (alert.isOpen()) {",
        "// return alert;",
        "// }",
        "/* store.save(alert); */",
        "/*\n * import java.util.List;\n */",
        "// @Test(timeout = 5)",
      })
  void seesCommentedOutCode(String comment) {
    assertThat(inTests("class A {\n" + comment + "\n}"))
        .singleElement()
        .asString()
        .contains("commented-out code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// From now, not from nextAt: after an outage nobody is woken twice in one breath.",
        "// The first wins (see GLOSSARY); the second is counted.",
        "// It is kept as received;",
        "/// var alert = alerts.find(key);",
        "String a = \"// return alert;\";",
      })
  void letsProseBe(String line) {
    assertThat(inTests("class A {\n" + line + "\n}")).isEmpty();
  }

  @Test
  void seesAPackageWithoutCharterOrNullMark() {
    assertThat(packageFile("package a;"))
        .satisfiesExactly(
            it -> assertThat(it).asString().contains("not @NullMarked"),
            it -> assertThat(it).asString().contains("no charter"));
    assertThat(packageFile("/// What it is for.\n@NullMarked\npackage a;")).isEmpty();
  }

  private static List<Fault> inTests(String java) {
    return JavaRules.faults(new SourceFile("server/src/test/java/A.java", java));
  }

  private static List<Fault> packageFile(String java) {
    return JavaRules.faults(new SourceFile("core/src/main/java/a/package-info.java", java));
  }

  private static String methodOf(int lines) {
    return "class A {\nvoid a() {\n" + "b();\n".repeat(lines - 2) + "}\n}";
  }
}

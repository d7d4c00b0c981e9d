package watchbill.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.store.sql.Migrations.Migration;

/// Two versions run side by side: whatever came after the migrations of before, only adds, and says
/// beside which programs it may stand.
class AdditionsTest {
  /// When this rule was made. Programs that know less than this can't be told what they may do.
  private static final long BEFORE_THE_RULE = 23;

  /// An index that is unique is no mere addition: an older program may write what it forbids.
  private static final List<Pattern> ADDS =
      Stream.of(
              "CREATE TABLE \\w+ \\(.*",
              "CREATE INDEX \\w+ ON .*",
              "ALTER TABLE \\w+ ADD COLUMN \\w+ \\w+(?!.*NOT NULL).*",
              "ALTER TABLE \\w+ ADD COLUMN \\w+ \\w+.*NOT NULL.*DEFAULT.*",
              "ALTER TABLE \\w+ ADD COLUMN \\w+ \\w+.*DEFAULT.*NOT NULL.*")
          .map(text -> Pattern.compile(text, Pattern.DOTALL))
          .toList();

  @Test
  void eachNewMigrationOnlyAddsAndSaysBesideWhomItMayStand() {
    for (Migration one : Migrations.ofThisProgram().known()) {
      if (one.number() > BEFORE_THE_RULE) {
        assertThat(one.oldestAllowed()).as(one.name()).isLessThan(one.number());
        assertThat(statementsThatDoNotAdd(one)).as(one.name()).isEmpty();
      }
    }
  }

  @Test
  void theRuleKnowsWhatDoesNotAdd() {
    List<Migration> before = Migrations.ofThisProgram().known();
    assertThat(before.stream().filter(m -> !statementsThatDoNotAdd(m).isEmpty())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE page",
        "DROP INDEX page_due",
        "ALTER TABLE page DROP COLUMN title",
        "ALTER TABLE page RENAME COLUMN title TO name",
        "ALTER TABLE page RENAME TO sheet",
        "ALTER TABLE page ADD COLUMN mood TEXT NOT NULL",
        "UPDATE page SET state = 'new'",
        "DELETE FROM page",
        "CREATE UNIQUE INDEX page_title ON page (title)"
      })
  void theseDoNot(String statement) {
    assertThat(statementsThatDoNotAdd(new Migration(99, "0099-x.sql", statement))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mood (page TEXT NOT NULL PRIMARY KEY)",
        "CREATE INDEX page_mood ON page (title) WHERE state = 'waiting'",
        "ALTER TABLE page ADD COLUMN mood TEXT",
        "ALTER TABLE page ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
      })
  void theseDo(String statement) {
    assertThat(statementsThatDoNotAdd(new Migration(99, "0099-x.sql", statement))).isEmpty();
  }

  private static List<String> statementsThatDoNotAdd(Migration migration) {
    return migration
        .statements(new PlainDialect())
        .filter(statement -> ADDS.stream().noneMatch(p -> p.matcher(statement).matches()))
        .toList();
  }
}

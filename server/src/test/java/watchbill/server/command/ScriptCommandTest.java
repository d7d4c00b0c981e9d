package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import watchbill.law.House;

/// What `watchbill script` prints is what the guides tell people to paste.
class ScriptCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsTheScriptForIcinga() {
    assertThat(run("icinga")).isZero();
    assertThat(out.toString()).startsWith("#!/bin/sh\n").contains("curl").endsWith("esac\n");
  }

  @Test
  void printsTheScriptForZabbixWhoseParametersTheGuideLists() throws IOException {
    assertThat(run("zabbix")).isZero();
    assertThat(out.toString()).contains("new HttpRequest()");
    String guide = Files.readString(House.root().resolve("docs/guides/integrations/zabbix.md"));
    String reader =
        Files.readString(
            House.root()
                .resolve(
                    "server/src/main/java/watchbill/adapter/ingest/zabbix/ZabbixWebhook.java"));
    assertThat(guide).contains("`url`", "`link`", "`{EVENT.ID}`", "`{EVENT.VALUE}`");
    Pattern.compile("\"((?:event|trigger|update|item|host|operational)_\\w+)\"")
        .matcher(reader)
        .results()
        .forEach(field -> assertThat(guide).contains("`" + field.group(1) + "`"));
  }

  @Test
  void saysWhichScriptsThereAre() {
    assertThat(run("pigeon")).isEqualTo(2);
    assertThat(err.toString()).contains("'pigeon' is not accepted; use icinga or zabbix");
  }

  private int run(String kind) {
    return new CommandLine(new ScriptCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(kind);
  }
}

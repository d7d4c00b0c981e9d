package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that we print for other systems, run as those run them.
@Tag("real")
class RealScriptsTest {
  private static final String ICINGA_KEY = "real-icinga-key-0001";
  private static final String ZABBIX_KEY = "real-zabbix-key-0001";

  /// What Zabbix gives a script, for Node: a value, a request that waits, and a log.
  private static final String ZABBIX =
      """
      const { execFileSync } = require('child_process');
      class HttpRequest {
        constructor() { this.headers = []; }
        addHeader(header) { this.headers.push('--header', header); }
        getStatus() { return this.status; }
        post(url, body) {
          const said = execFileSync('curl', ['--silent', '--write-out', '\\n%{http_code}',
            ...this.headers, '--data-binary', body, url]).toString();
          this.status = Number(said.slice(said.lastIndexOf('\\n') + 1));
          return said.slice(0, said.lastIndexOf('\\n'));
        }
      }
      const Zabbix = { log: (level, text) => console.error(level + ' ' + text) };
      const script = require('fs').readFileSync(process.argv[2], 'utf8');
      const value = process.argv[3];
      const run = new Function('value', 'HttpRequest', 'Zabbix', script);
      console.log(run(value, HttpRequest, Zabbix));
      """;

  @TempDir private Path folder;

  private record Run(int status, String said) {}

  @Test
  void icingaTellsByShAndCurlAlone() throws Exception {
    try (Launched watchbill = start()) {
      Path script = printed("icinga", "watchbill-notify.sh");
      Path url =
          Files.writeString(
              folder.resolve("url"), watchbill.url() + "/in/icinga/" + ICINGA_KEY + "\n");
      String disk = "disk \"/var\" & $(more) 'odd' @x";

      assertThat(icinga(script, url, "PROBLEM", "CRITICAL", disk).status()).isZero();
      assertThat(watchbill.openPages()).isEqualTo(1);
      String page = watchbill.api("/api/v1/pages/1");
      assertThat(page).contains("db-01", "disk \\\"/var\\\" & $(more) 'odd' @x", "97% used");

      assertThat(icinga(script, url, "ACKNOWLEDGEMENT", "CRITICAL", disk).status()).isZero();
      assertThat(watchbill.api("/api/v1/pages/1")).contains("\"state\":\"acknowledged\"");

      assertThat(icinga(script, url, "RECOVERY", "OK", disk).status()).isZero();
      assertThat(watchbill.openPages()).isZero();
    }
  }

  @Test
  void icingaIsToldWhatIsWrong() throws Exception {
    try (Launched watchbill = start()) {
      Path script = printed("icinga", "watchbill-notify.sh");
      Path wrong =
          Files.writeString(folder.resolve("url"), watchbill.url() + "/in/icinga/not-the-key");
      Path right =
          Files.writeString(folder.resolve("right"), watchbill.url() + "/in/icinga/" + ICINGA_KEY);

      assertThat(icinga(script, wrong, "PROBLEM", "CRITICAL", "disk"))
          .satisfies(run -> assertThat(run.said()).contains("integration.key", "401"))
          .extracting(Run::status)
          .isEqualTo(1);
      assertThat(icinga(script, right, "PROBLEM", "PURPLE", "disk").said())
          .contains("PURPLE", "is not accepted");
      assertThat(run("sh", script.toString(), "--url", "http://127.0.0.1:1/").said())
          .contains("--type is missing");
      assertThat(run("sh", script.toString(), "--colour", "red").said())
          .contains("there is no option --colour");
      assertThat(watchbill.openPages()).isZero();
    }
  }

  @Test
  void zabbixTellsByItsScript() throws Exception {
    try (Launched watchbill = start()) {
      Path script = printed("zabbix", "watchbill.js");
      String url = watchbill.url() + "/in/zabbix/";

      assertThat(zabbix(script, url + ZABBIX_KEY, "1").said()).isEqualTo("OK\n");
      assertThat(watchbill.api("/api/v1/pages/1"))
          .contains("Disk \\\"/\\\" is full", "https://zabbix.example.org/problem");

      assertThat(zabbix(script, url + ZABBIX_KEY, "0").status()).isZero();
      assertThat(watchbill.openPages()).isZero();

      assertThat(zabbix(script, url + "not-the-key", "1"))
          .satisfies(run -> assertThat(run.said()).contains("Watchbill: not kept, 401"))
          .extracting(Run::status)
          .isEqualTo(1);
    }
  }

  private Launched start() throws Exception {
    return QuietHouse.start(
        folder,
        """
        icinga: { kind: icinga, key: %s, service: checkout }
        zabbix: { kind: zabbix, key: %s, service: checkout }
        """
            .formatted(ICINGA_KEY, ZABBIX_KEY));
  }

  private Path printed(String kind, String name) throws Exception {
    Run printed = run(Launched.root().resolve("watchbill").toString(), "script", kind);
    assertThat(printed.status()).isZero();
    return Files.writeString(folder.resolve(name), printed.said());
  }

  private Run icinga(Path script, Path url, String type, String state, String service)
      throws IOException, InterruptedException {
    return run(
        "sh",
        script.toString(),
        "--url-file",
        url.toString(),
        "--type",
        type,
        "--host",
        "db-01",
        "--service",
        service,
        "--state",
        state,
        "--output",
        "DISK - 97% used | /var=97%\nline two",
        "--author",
        "",
        "--comment",
        "é ☕");
  }

  private Run zabbix(Path script, String url, String value)
      throws IOException, InterruptedException {
    Path shim = Files.writeString(folder.resolve("zabbix-shim.js"), ZABBIX);
    String event =
        "{\"url\":\""
            + url
            + "\",\"link\":\"https://zabbix.example.org/problem\",\"event_id\":\"9001\","
            + "\"event_value\":\""
            + value
            + "\",\"event_name\":\"Disk \\\"/\\\" is full\",\"event_nseverity\":\"5\"}";
    return run("node", shim.toString(), script.toString(), event);
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }
}

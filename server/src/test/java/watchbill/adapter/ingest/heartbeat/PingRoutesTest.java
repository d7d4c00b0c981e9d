package watchbill.adapter.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.heartbeat.HeartbeatHouse.CRON_KEY;
import static watchbill.adapter.ingest.heartbeat.HeartbeatHouse.OWN_KEY;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.heartbeat.Ping;
import watchbill.heartbeat.Standing;

class PingRoutesTest {
  @AutoClose private final HeartbeatHouse house = new HeartbeatHouse();

  @ParameterizedTest
  @CsvSource({
    "GET,  '',        SUCCESS, ",
    "HEAD, '',        SUCCESS, ",
    "POST, '',        SUCCESS, ",
    "GET,  /start,    START, ",
    "GET,  /fail,     FAIL, ",
    "POST, /log,      LOG, ",
    "GET,  /0,        SUCCESS, 0",
    "GET,  /1,        FAIL, 1",
    "POST, /255,      FAIL, 255",
  })
  void aPingIsAnsweredOkOnceItIsKept(
      String method, String signal, Ping.Kind kind, Integer exitCode) {
    HttpResponse<String> answer = house.send(method, "/ping/" + OWN_KEY + signal, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(method.equals("HEAD") ? "" : "OK");
    assertThat(answer.headers().firstValue("Ping-Body-Limit")).contains("10000");
    Ping ping = house.lastPing("nightly-backup").ping();
    assertThat(ping.kind()).isEqualTo(kind);
    assertThat(ping.exitCode()).isEqualTo(Optional.ofNullable(exitCode));
    assertThat(ping.via()).isEqualTo(method);
  }

  @Test
  void oneKeyOfAnIntegrationServesManyByTheirNames() {
    assertThat(house.get("/ping/" + CRON_KEY + "/sync").body()).isEqualTo("OK");
    assertThat(house.lastPing("sync").ping().kind()).isEqualTo(Ping.Kind.SUCCESS);
    assertThat(house.get("/ping/" + CRON_KEY + "/sync/3").body()).isEqualTo("OK");
    assertThat(house.lastPing("sync").ping().exitCode()).contains(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ping/no-such-key",
        "/ping/no-such-key/start",
        "/ping/" + OWN_KEY + "/sync/start",
        "/ping/" + CRON_KEY,
        "/ping/" + CRON_KEY + "/nobody",
        "/ping/" + CRON_KEY + "/nightly-backup",
        "/ping/" + HeartbeatHouse.GENIE_KEY + "/probe",
      })
  void whatNobodyKnowsIsNotFound(String path) {
    HttpResponse<String> answer = house.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/256", "/-1", "/stop", "/start%20", "?rid=a%20b", "/0?rid=%0A"})
  void whatIsNoSignalIsRefusedInWords(String signal) {
    HttpResponse<String> answer = house.get("/ping/" + OWN_KEY + signal);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("use ");
  }

  @Test
  void theEndOfALongBodyIsKeptAndTheRestIsNoReasonToLoseThePing() {
    String log = "x".repeat(1_000_000) + "\nno space left on device";
    assertThat(house.send("POST", "/ping/" + OWN_KEY + "/1", log).statusCode()).isEqualTo(200);
    String kept = house.lastPing("nightly-backup").ping().body();
    assertThat(kept).hasSize(Ping.BODY_MAX).endsWith("no space left on device");
    assertThat(house.scene.transactions.read(s -> s.pages().open(10)).getFirst().title())
        .isEqualTo("nightly-backup failed with exit code 1: no space left on device");
  }

  @Test
  void aBodyThatIsNoTextIsKeptAsFarAsItIs() {
    var bytes = HttpRequest.BodyPublishers.ofByteArray(new byte[] {'a', 0, (byte) 0xff, 'b', 7});
    assertThat(house.send("POST", "/ping/" + OWN_KEY, bytes).statusCode()).isEqualTo(200);
    assertThat(house.lastPing("nightly-backup").ping().body()).isEqualTo("a\uFFFD\uFFFDb\uFFFD");
  }

  @Test
  void aRunIdIsKept() {
    String run = "728b3763-fb2f-4bfa-a2a5-1b0b3b1b3b1b";
    house.get("/ping/" + OWN_KEY + "/start?rid=" + run);
    assertThat(house.heartbeat("nightly-backup").runs().getFirst().name()).isEqualTo(run);
    house.get("/ping/" + OWN_KEY + "?rid=" + run);
    assertThat(house.heartbeat("nightly-backup").runs()).isEmpty();
    assertThat(house.lastPing("nightly-backup").took()).isPresent();
  }

  /// The line that stands in crontabs, run by a real shell with the real curl.
  @Test
  void aLineOfCronWithCurlSaysHowItsJobEnded() throws Exception {
    assertThat(cron("ls /does/not/exist", OWN_KEY)).isZero();
    Ping failed = house.lastPing("nightly-backup").ping();
    assertThat(failed.kind()).isEqualTo(Ping.Kind.FAIL);
    assertThat(failed.body()).contains("/does/not/exist");
    assertThat(house.heartbeat("nightly-backup").standing(house.scene.clock.now()))
        .isEqualTo(Standing.FAILED);
    assertThat(cron("echo all is well", OWN_KEY)).isZero();
    assertThat(house.lastPing("nightly-backup").ping().body()).isEqualTo("all is well");
    assertThat(house.heartbeat("nightly-backup").trouble()).isEmpty();
    assertThat(cron("true", "no-such-key")).as("what curl -f says of 404").isEqualTo(22);
  }

  private int cron(String job, String key) throws IOException, InterruptedException {
    String line =
        "m=$(%s 2>&1); curl -fsS -m 10 --retry 3 --data-raw \"$m\" http://127.0.0.1:%d/ping/%s/$?"
            .formatted(job, house.port(), key);
    Process shell = new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = shell.waitFor();
    assertThat(said).isEqualTo(code == 0 ? "OK" : said);
    return code;
  }
}

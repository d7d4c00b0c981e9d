package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What real programs send as mail and as syslog opens and closes pages: swaks, logger, rsyslog.
@Tag("real")
class RealLinesTest {
  private static final String KEY = "real-mail-key-0123456789";
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path folder;
  private Launched watchbill;
  private int mail;
  private int syslog;

  @BeforeEach
  void startWatchbill() throws Exception {
    mail = Ports.free();
    syslog = Ports.free();
    Path configuration = folder.resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people: { ana: { name: Ana, notify: { now: [ push 0m ] } } }
        channels: { push: { demo: {} } }
        teams: { payments: { people: [ ana ] } }
        policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
        services:
          checkout: { team: payments, policy: payments }
          hosts: { team: payments, policy: payments }
        server: { mail-in: { listen: 127.0.0.1:%d, domain: watchbill.example.org } }
        integrations:
          mail:
            kind: email
            key: %s
            service: checkout
            address: disks
            rules:
              - { when: { subject: "^RECOVERY: (.*)" }, summary: $1, resolves: true }
              - { when: { subject: "^PROBLEM: (.*)" }, summary: $1, level: critical }
          hosts:
            kind: syslog
            service: hosts
            udp: 127.0.0.1:%d
            tcp: 127.0.0.1:%d
            rules:
              - { when: { app: "^smartd$", text: "(sd[a-z]) is failing" }, key: $1 }
              - { when: { app: "^smartd$", text: "(sd[a-z]) is well" }, key: $1, resolves: true }
        """
            .formatted(mail, KEY, syslog, syslog));
    Path data = Files.createDirectory(folder.resolve("data"));
    watchbill = Launched.start(configuration, data, Ports.free());
  }

  @AfterEach
  void stopWatchbill() {
    watchbill.close();
  }

  @Test
  void aMailOfSwaksOpensAPageAndTheNextClosesIt() throws Exception {
    assertThat(swaks("disks@watchbill.example.org", "PROBLEM: disk of db1 at 95 %"))
        .contains("<-  250 2.0.0 kept");
    assertThat(watchbill.openPages()).as("250 is said after the commit").isEqualTo(1);
    assertThat(swaks(KEY + "@watchbill.example.org", "RECOVERY: disk of db1 at 7 %"))
        .contains("<-  250 2.0.0 kept");
    assertThat(watchbill.openPages()).isZero();
    assertThat(swaks("nobody@watchbill.example.org", "x")).contains("<** 550 5.1.1");
  }

  @Test
  void linesOfLoggerOpenAPageAndCloseItOverEachTransport() throws Exception {
    // A disk each: one that fails and is well again four times in a minute is damped.
    Map<String, List<String>> transports =
        Map.of(
            "sda", List.of("-d", "--rfc5424"),
            "sdb", List.of("-d", "--rfc3164"),
            "sdc", List.of("-T", "--rfc5424", "--octet-count"),
            "sdd", List.of("-T", "--rfc3164"));
    for (var transport : transports.entrySet()) {
      List<String> how = transport.getValue();
      logger(how, transport.getKey() + " is failing");
      Eventually.within(SOON, how + " opens a page", () -> watchbill.openPages() == 1);
      logger(how, transport.getKey() + " is well");
      Eventually.within(SOON, how + " closes it", () -> watchbill.openPages() == 0);
    }
  }

  @Test
  void linesOfRsyslogOpenAPageAndCloseItOverEachTransport() throws Exception {
    for (String how :
        List.of(
            "protocol=\"udp\"",
            "protocol=\"tcp\" template=\"RSYSLOG_SyslogProtocol23Format\""
                + " TCP_Framing=\"octet-counted\"",
            "protocol=\"tcp\" template=\"RSYSLOG_ForwardFormat\"")) {
      Path here = Files.createTempDirectory(folder, "rsyslog");
      Path socket = here.resolve("log");
      Process rsyslog = rsyslog(here, socket, how);
      try {
        Eventually.within(SOON, "rsyslog listens", () -> Files.exists(socket));
        local(socket, "sda is failing");
        Eventually.within(SOON, how + " opens a page", () -> watchbill.openPages() == 1);
        local(socket, "sda is well");
        Eventually.within(SOON, how + " closes it", () -> watchbill.openPages() == 0);
      } finally {
        Ended.cleanly(rsyslog);
      }
    }
  }

  private String swaks(String to, String subject) throws Exception {
    return run(
        false,
        installed("/usr/bin/swaks", "swaks"),
        "--server",
        "127.0.0.1:" + mail,
        "--from",
        "root@db1.example.org",
        "--to",
        to,
        "--header",
        "Subject: " + subject,
        "--body",
        "Volume /var.");
  }

  private void logger(List<String> how, String text) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(installed("/usr/bin/logger", "bsdutils"), "-n", "127.0.0.1"));
    command.addAll(List.of("-P", Integer.toString(syslog)));
    command.addAll(how);
    command.addAll(List.of("-t", "smartd", "-p", "daemon.crit", text));
    run(true, command.toArray(String[]::new));
  }

  private static void local(Path socket, String text) throws Exception {
    run(
        true,
        installed("/usr/bin/logger", "bsdutils"),
        "-u",
        socket.toString(),
        "-t",
        "smartd",
        "-p",
        "daemon.crit",
        text);
  }

  private Process rsyslog(Path here, Path socket, String how) throws IOException {
    Path configuration =
        Files.writeString(
            here.resolve("rsyslog.conf"),
            """
            module(load="imuxsock" SysSock.Use="off")
            input(type="imuxsock" Socket="%s")
            :programname, isequal, "smartd" action(type="omfwd" target="127.0.0.1" port="%d" %s)
            """
                .formatted(socket, syslog, how));
    return new ProcessBuilder(
            installed("/usr/sbin/rsyslogd", "rsyslog"),
            "-n",
            "-f",
            configuration.toString(),
            "-i",
            here.resolve("pid").toString())
        .redirectErrorStream(true)
        .redirectOutput(here.resolve("rsyslog.log").toFile())
        .start();
  }

  private static String installed(String program, String debian) {
    if (!Files.isExecutable(Path.of(program))) {
      throw new AssertionError("no " + program + "; .ci/run installs it (Debian: " + debian + ")");
    }
    return program;
  }

  private static String run(boolean mustSucceed, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(mustSucceed && process.exitValue() != 0).as(said).isFalse();
    return said;
  }
}

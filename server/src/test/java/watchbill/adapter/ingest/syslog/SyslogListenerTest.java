package watchbill.adapter.ingest.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.line.LineHouse.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.line.LineHouse;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;

class SyslogListenerTest {
  private static final Integration HOSTS = LineHouse.integration(IntegrationKind.SYSLOG, "unused");

  private final LineHouse house = new LineHouse();
  private final SyslogListener listener =
      new SyslogListener(
          new SyslogIn(HOSTS.id(), Optional.of(anyPort()), Optional.of(anyPort())),
          HOSTS,
          new SyslogDialect(_ -> LineHouse.raising("fail")),
          house.lines(),
          () -> LineHouse.NOW);

  @BeforeEach
  void start() throws IOException {
    listener.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    listener.stop();
  }

  @Test
  void linesOfOneBreathAreOneEventThatHoldsThoseARuleIsAbout() throws IOException {
    send("<11>Jan  6 03:00:00 db1 backup: it failed\n<14>Jan  6 03:00:00 db1 cron: all is well\n");

    eventually("a message is kept", () -> !house.door.received().isEmpty());
    eventually("both lines are counted", () -> house.count(LineTally.Fate.NO_RULE) == 1);
    Command.Receive message = house.door.last();
    assertThat(message.body()).isEqualTo("<11>Jan  6 03:00:00 db1 backup: it failed\n");
    assertThat(message.integration()).isEqualTo(HOSTS);
    assertThat(message.reports()).hasSize(1);
    assertThat(house.count(LineTally.Fate.TAKEN)).isEqualTo(1);
  }

  @Test
  void aDatagramIsALine() throws IOException {
    datagram("<11>1 - db1 backup - - - it failed");
    eventually("a message is kept", () -> !house.door.received().isEmpty());
    assertThat(house.door.last().body()).isEqualTo("<11>1 - db1 backup - - - it failed\n");
  }

  @Test
  void whatNoRuleIsAboutIsCountedAndNotKept() throws IOException {
    for (int i = 0; i < 150; i++) {
      datagram("<14>all is well " + i);
    }
    eventually("all are counted", () -> house.count(LineTally.Fate.NO_RULE) == 150);
    assertThat(house.door.received()).isEmpty();
  }

  @Test
  void aLieAboutALengthEndsTheConnectionAndIsCounted() throws IOException {
    send("999999999 it failed");
    eventually("it is counted", () -> house.count(LineTally.Fate.UNREADABLE) == 1);
    send("<11>it failed\n");
    eventually("others are heard", () -> !house.door.received().isEmpty());
  }

  @Test
  void whileTheStoreCannotBeWrittenLinesWaitAndWhatHasNoPlaceIsLost() throws IOException {
    house.door.sayTryLater(false, Duration.ofMillis(20));
    int sent = Gatherer.WAITING_MAX + 500;
    for (int i = 0; i < sent; i++) {
      datagram("<11>it failed");
      if (i % 100 == 99) {
        int soFar = i + 1;
        eventually(
            "they are heard", () -> heard() >= Math.min(soFar, Gatherer.WAITING_MAX) || lost());
      }
    }
    eventually("some are lost", this::lost);
    assertThat(house.door.received()).isEmpty();

    house.door.open();
    eventually(
        "each is kept or counted as lost",
        () -> house.count(LineTally.Fate.TAKEN) + house.count(LineTally.Fate.LOST) == sent);
    assertThat(house.count(LineTally.Fate.TAKEN)).isGreaterThanOrEqualTo(Gatherer.WAITING_MAX);
  }

  @Test
  void whatWasHeardIsKeptBeforeItStops() throws Exception {
    send("<11>it failed\n");
    eventually("it was heard", () -> listener.waiting() > 0 || !house.door.received().isEmpty());
    listener.stop();
    assertThat(house.door.received()).hasSize(1);
  }

  private boolean lost() {
    return house.count(LineTally.Fate.LOST) > 0;
  }

  private int heard() {
    return listener.waiting() + SyslogDialect.LINES_MAX;
  }

  private void send(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.tcpPort());
        OutputStream out = socket.getOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void datagram(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, InetAddress.getLoopbackAddress(), listener.udpPort()));
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}

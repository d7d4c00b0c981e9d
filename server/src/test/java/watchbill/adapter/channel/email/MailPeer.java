package watchbill.adapter.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import watchbill.adapter.egress.Peer;

/// A mail server that can go wrong in any phase.
final class MailPeer implements AutoCloseable {
  enum Phase {
    GREETING,
    EHLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /// While the message is on its way.
    BODY,
    /// After the final dot.
    DOT
  }

  /// What it does instead of what it should.
  interface Fault extends Peer.Script {}

  static final Fault HANG = Peer.Line::hang;
  static final Fault HANG_UP = Peer.Line::reset;

  private final Map<Phase, Fault> faults = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Peer peer = new Peer(this::play);
  private volatile List<String> offers = List.of("8BITMIME");
  private volatile boolean goesOn;
  private volatile String thanks = "250 2.0.0 Ok: queued as 4XyZ1";

  /// Says this and hangs up, as a server does that has had enough.
  static Fault says(String reply) {
    return line -> {
      line.say(reply + "\r\n");
      while (true) {
        line.hear();
        line.say("250 ok\r\n");
      }
    };
  }

  void goesWrong(Phase phase, Fault fault) {
    faults.put(phase, fault);
  }

  void heals(Phase phase) {
    faults.remove(phase);
  }

  /// Faults said their piece; the conversation is not over for them.
  void goesOnAfterFaults() {
    goesOn = true;
  }

  void offers(String... extensions) {
    offers = List.of(extensions);
  }

  void thanks(String reply) {
    thanks = reply;
  }

  int port() {
    return peer.port();
  }

  List<String> heard() {
    return peer.heard();
  }

  int connectionCount() {
    return peer.connectionCount();
  }

  /// The letters as they came over the wire, with dots undoubled.
  List<String> taken() {
    return taken;
  }

  List<MimeMessage> letters() {
    return taken.stream().map(MailPeer::parsed).toList();
  }

  @Override
  public void close() {
    peer.close();
  }

  private static MimeMessage parsed(String text) {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return new MimeMessage(Session.getInstance(new Properties()), bytes);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void play(Peer.Line line) throws IOException {
    say(line, Phase.GREETING, "220 mail.example.org ESMTP");
    while (true) {
      String command = line.hear();
      switch (command.split(" ", 2)[0]) {
        case "EHLO" -> ehlo(line);
        case "STARTTLS" -> {
          line.say("220 go ahead\r\n");
          line.secure();
        }
        case "AUTH" -> auth(line, command);
        case "MAIL" -> say(line, Phase.MAIL, "250 ok");
        case "RCPT" -> say(line, Phase.RCPT, "250 ok");
        case "DATA" -> data(line);
        case "RSET" -> line.say("250 ok\r\n");
        case "QUIT" -> {
          line.say("221 bye\r\n");
          return;
        }
        default -> line.say("500 what?\r\n");
      }
    }
  }

  private void ehlo(Peer.Line line) throws IOException {
    if (!faults.containsKey(Phase.EHLO)) {
      line.say("250-mail.example.org at your service\r\n");
      for (String offer : offers) {
        line.say("250-" + offer + "\r\n");
      }
    }
    say(line, Phase.EHLO, "250 HELP");
  }

  private void auth(Peer.Line line, String command) throws IOException {
    if (command.equals("AUTH LOGIN")) {
      line.say("334 VXNlcm5hbWU6\r\n");
      line.hear();
      line.say("334 UGFzc3dvcmQ6\r\n");
      line.hear();
    }
    say(line, Phase.AUTH, "235 welcome");
  }

  private void data(Peer.Line line) throws IOException {
    say(line, Phase.DATA, "354 go on");
    var text = new StringBuilder();
    for (String next = line.hear(); !next.equals("."); next = line.hear()) {
      if (faults.containsKey(Phase.BODY)) {
        faults.get(Phase.BODY).play(line);
      }
      text.append(next.startsWith(".") ? next.substring(1) : next).append("\r\n");
    }
    if (!faults.containsKey(Phase.DOT)) {
      taken.add(text.toString());
    }
    say(line, Phase.DOT, thanks);
  }

  private void say(Peer.Line line, Phase phase, String reply) throws IOException {
    Fault fault = faults.get(phase);
    if (fault == null) {
      line.say(reply + "\r\n");
      return;
    }
    fault.play(line);
    if (!goesOn) {
      throw new IOException("the fault was the end of it");
    }
  }
}

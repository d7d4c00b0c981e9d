package watchbill.adapter.channel.email;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.adapter.egress.Opening;
import watchbill.adapter.egress.Wire;
import watchbill.notification.Outcome;

/// One connection to the mail server, over which any number of letters may go.
final class SmtpConnection {
  private static final int LINE_MAX = 2_000;
  private static final int LINES_MAX = 100;
  private static final Pattern REPLY = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?");
  private static final Pattern QUEUE_ID =
      Pattern.compile("(?i)(?:queued as |\\bid=)([A-Za-z0-9._-]{1,60})");

  private final Wire wire;
  private final SmtpSettings settings;
  private List<String> offers = List.of();
  private boolean secured;
  private boolean broken;
  private boolean bodyBegun;
  private int letterCount;

  SmtpConnection(Wire wire, SmtpSettings settings) {
    this.wire = wire;
    this.settings = settings;
    this.secured = settings.encryption() == SmtpSettings.Encryption.FROM_THE_START;
  }

  Wire wire() {
    return wire;
  }

  /// How many letters were begun over it.
  int letterCount() {
    return letterCount;
  }

  /// Whether it can take another letter.
  boolean isSound() {
    return !broken;
  }

  /// Whether nothing of the latest letter but its envelope can have reached the server.
  boolean isBodyUntouched() {
    return !bodyBegun;
  }

  /// Greets, secures, signs in. Empty when the server is ready for letters.
  Optional<Outcome> begin() {
    return reply("the connection").objection(2).or(this::greet).or(this::secure).or(this::signIn);
  }

  /// Hands one letter over.
  ///
  /// @param proofTime how long the server may take to show with its first reply that it is alive
  /// @param time how long all of it may take
  Outcome deliver(Letter letter, Duration proofTime, Duration time) {
    letterCount++;
    bodyBegun = false;
    long start = System.nanoTime();
    wire.limit(proofTime);
    SmtpReply first = say("MAIL", "MAIL FROM:<" + letter.from() + ">");
    wire.limit(time.minusNanos(System.nanoTime() - start));
    Optional<Outcome> objection =
        first
            .objection(2)
            .or(() -> say("RCPT", "RCPT TO:<" + letter.to() + ">").objection(2))
            .or(() -> say("DATA", "DATA").objection(3));
    objection.filter(_ -> !broken).ifPresent(_ -> say("RSET", "RSET"));
    return objection.orElseGet(() -> handOver(letter));
  }

  void quit() {
    if (!broken) {
      say("QUIT", "QUIT");
    }
    wire.close();
  }

  private Outcome handOver(Letter letter) {
    bodyBegun = true;
    try {
      // A line that begins with a dot would end the message, or lose it.
      String body = letter.content().replace("\r\n.", "\r\n..");
      wire.output().write(body.getBytes(StandardCharsets.US_ASCII));
      wire.output().flush();
    } catch (IOException e) {
      broken = true;
      return new Outcome.Unavailable("lost before the message was whole: " + wire.inWords(e));
    }
    // Whatever happens from here on, the server may have the message.
    SmtpReply taken = say("the message", ".");
    if (taken.code() == SmtpReply.LOST) {
      return new Outcome.NoAnswer(taken.inWords());
    }
    return taken.objection(2).orElseGet(() -> new Outcome.Accepted(queueId(taken), false));
  }

  private Optional<Outcome> greet() {
    String name = wire.isLocal() ? "localhost" : settings.domain();
    SmtpReply hello = say("EHLO", "EHLO " + name);
    if (hello.code() / 100 == 5) {
      hello = say("HELO", "HELO " + name);
    }
    offers = hello.lines().stream().skip(1).map(l -> l.toUpperCase(Locale.ROOT)).toList();
    return hello.objection(2);
  }

  private Optional<Outcome> secure() {
    boolean offered = offers.contains("STARTTLS");
    boolean wanted =
        switch (settings.encryption()) {
          case FROM_THE_START -> false; // It is done already.
          case BEFORE_MAIL -> true;
          case WHEN_OFFERED -> offered && !wire.isLocal();
        };
    if (!wanted) {
      return Optional.empty();
    }
    if (!offered) {
      return Optional.of(new Outcome.Refused("offers no TLS, and mail is not sent without"));
    }
    return say("STARTTLS", "STARTTLS").objection(2).or(this::handshake);
  }

  private Optional<Outcome> handshake() {
    return switch (wire.secure()) {
      case Opening.Open _ -> {
        secured = true;
        // What it offered in clear may have been altered on the way.
        yield greet();
      }
      case Opening.Forbidden(var why) -> Optional.of(new Outcome.Refused(why));
      case Opening.Unreachable(var why) -> Optional.of(new Outcome.Unavailable(why));
    };
  }

  private Optional<Outcome> signIn() {
    return settings.login().flatMap(this::signIn);
  }

  private Optional<Outcome> signIn(SmtpSettings.Login login) {
    if (!secured && !wire.isLocal()) {
      return Optional.of(
          new Outcome.Refused(
              "offers no TLS, and the password is not sent in clear; use smtps, or no login"));
    }
    String ways =
        offers.stream().filter(o -> o.startsWith("AUTH")).findFirst().orElse("AUTH") + " ";
    String user = login.user();
    String password = login.password().reveal();
    if (ways.contains(" PLAIN ")) {
      return say("AUTH", "AUTH PLAIN " + base64("\0" + user + "\0" + password)).objection(2);
    }
    if (ways.contains(" LOGIN ")) {
      return say("AUTH", "AUTH LOGIN")
          .objection(3)
          .or(() -> say("the user", base64(user)).objection(3))
          .or(() -> say("the password", base64(password)).objection(2));
    }
    return Optional.of(
        new Outcome.Refused("offers no way to sign in but: " + ways.substring(4).strip()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String queueId(SmtpReply taken) {
    Matcher matcher = QUEUE_ID.matcher(String.join(" ", taken.lines()));
    return matcher.find() ? matcher.group(1) : "";
  }

  private SmtpReply say(String name, String line) {
    try {
      wire.output().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      wire.output().flush();
    } catch (IOException e) {
      return lost(name, e);
    }
    return reply(name);
  }

  private SmtpReply reply(String name) {
    try {
      SmtpReply reply = read(name);
      broken |= reply.isLast();
      return reply;
    } catch (IOException e) {
      return lost(name, e);
    }
  }

  private SmtpReply lost(String name, IOException problem) {
    broken = true;
    return new SmtpReply(name, SmtpReply.LOST, List.of(wire.inWords(problem)));
  }

  private SmtpReply read(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < LINES_MAX) {
      Matcher line = REPLY.matcher(readLine());
      if (!line.matches()) {
        throw new IOException("it does not speak SMTP");
      }
      lines.add(line.group(3) == null ? "" : line.group(3));
      if (!"-".equals(line.group(2))) {
        return new SmtpReply(name, Integer.parseInt(line.group(1)), List.copyOf(lines));
      }
    }
    throw new IOException("its reply has no end");
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int c = wire.input().read(); c != '\n'; c = wire.input().read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (line.length() == LINE_MAX) {
        throw new IOException("its reply has no end");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }
}

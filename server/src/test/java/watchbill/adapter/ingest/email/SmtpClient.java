package watchbill.adapter.ingest.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// As much of SMTP as hands a mail over, one command at a time.
final class SmtpClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  SmtpClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    answer();
  }

  /// Hands one mail over; the answer to whatever was answered last.
  String mail(String from, String to, String mail) throws IOException {
    say("EHLO test");
    say("MAIL FROM:<" + from + ">");
    String recipient = say("RCPT TO:<" + to + ">");
    if (!recipient.startsWith("250")) {
      return recipient;
    }
    say("DATA");
    return say(mail.replace("\n", "\r\n") + "\r\n.");
  }

  String say(String command) throws IOException {
    send(command + "\r\n");
    return answer();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private String answer() throws IOException {
    var lines = Stream.<String>builder();
    String line = in.readLine();
    while (line != null) {
      lines.add(line);
      if (line.length() < 4 || line.charAt(3) == ' ') {
        break;
      }
      line = in.readLine();
    }
    return lines.build().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package watchbill.adapter.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/// Acknowledges at once what comes in.
///
/// Many a mail server writes its reply in pieces and holds the second back until the first is
/// acknowledged; the kernel likes to do that 40 ms later. A conversation of a few lines would wait
/// more than it talks.
final class PromptInput extends FilterInputStream {
  private final Socket socket;
  private final boolean canBePrompt;

  PromptInput(InputStream input, Socket socket) {
    super(input);
    this.socket = socket;
    this.canBePrompt = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
  }

  @Override
  public int read() throws IOException {
    hurry();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    hurry();
    return super.read(buffer, offset, length);
  }

  /// For each read, since the kernel forgets it when something is sent.
  private void hurry() throws IOException {
    if (canBePrompt) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }
}

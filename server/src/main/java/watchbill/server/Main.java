package watchbill.server;

import watchbill.server.command.WatchbillCommand;

/// Where the program begins.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(WatchbillCommand.run(args));
  }
}

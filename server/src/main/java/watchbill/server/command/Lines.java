package watchbill.server.command;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/// Prints what a command has to say.
final class Lines {
  private Lines() {}

  static void print(CommandSpec spec, String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

package watchbill.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `watchbill script`.
@Command(
    name = "script",
    description = "Prints a script that makes another system send its alerts here.",
    mixinStandardHelpOptions = true)
final class ScriptCommand implements Callable<Integer> {
  private static final String FOLDER = "/watchbill/adapter/ingest/";
  private static final Map<String, String> SCRIPTS =
      new TreeMap<>(
          Map.of("icinga", "icinga/watchbill-notify.sh", "zabbix", "zabbix/watchbill.js"));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "KIND", description = "icinga, which serves Nagios too, or zabbix.")
  private String kind = "";

  @Override
  public Integer call() {
    String file = SCRIPTS.get(kind);
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + kind + "' is not accepted; use " + String.join(" or ", SCRIPTS.keySet()));
    }
    spec.commandLine().getOut().print(text(FOLDER + file));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String text(String resource) {
    try (InputStream in = ScriptCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package watchbill.server.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `watchbill card`.
@Command(
    name = "card",
    description = "Prints who is on duty, with numbers, for when the pager is down.",
    mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {
  private static final String STYLE = "/static/watchbill.css";

  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--team", paramLabel = "TEAM", description = "Of this team alone.")
  private @Nullable String team;

  @Option(names = "--html", description = "As a page that stands alone, to be printed.")
  private boolean html;

  @Override
  public Integer call() {
    String query = team == null ? "" : "?team=" + Paths.segment(team);
    Lines.print(spec, (html ? page(query) : node.text("/card.txt" + query)).strip());
    return 0;
  }

  /// With its stylesheet in it: it is read where there is no node to ask for it.
  private String page(String query) {
    String link = "<link rel=\"stylesheet\" href=\"" + STYLE + "\">";
    return node.text("/card" + query).replace(link, "<style>" + node.text(STYLE) + "</style>");
  }
}

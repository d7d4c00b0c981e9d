package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill event`.
@Command(
    name = "event",
    description = "Shows messages as they were received, and receives them once more.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EventListCommand.class,
      EventReplayCommand.class,
      EventShowCommand.class,
    })
final class EventCommand {}

package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill integration`.
@Command(
    name = "integration",
    description = "Tries what an integration makes of a message.",
    mixinStandardHelpOptions = true,
    subcommands = {IntegrationTryCommand.class})
final class IntegrationCommand {}

package watchbill.server.command;

import picocli.CommandLine.Command;

/// `watchbill audit`: what proves that nobody bent the audit.
@Command(
    name = "audit",
    description = "Proves that nobody bent the audit.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditVerifyCommand.class,
      AuditHeadCommand.class,
      AuditKeyCommand.class,
    })
final class AuditCommand {}

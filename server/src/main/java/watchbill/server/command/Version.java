package watchbill.server.command;

import picocli.CommandLine.IVersionProvider;
import watchbill.server.ProgramVersion;

/// Says which version this is.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"watchbill " + ProgramVersion.number()};
  }
}

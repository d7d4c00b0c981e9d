package watchbill.server.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import watchbill.kernel.Secret;
import watchbill.server.config.ServerSettings;

/// Where a node answers, and the token by which its command line is known to it. A running node
/// keeps both in its data directory.
public record NodeAddress(URI url, Secret token) {
  private static final String FILE = "command-line";

  /// Writes the file anew, readable by its owner alone.
  public void save(Path data) throws IOException {
    makePrivate(data);
    Path file = data.resolve(FILE);
    Path draft = Files.createTempFile(data, FILE, ".tmp", ownerOnly("rw-------"));
    Files.write(draft, List.of(url.toString(), token.reveal()), StandardOpenOption.WRITE);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// How a program on the same machine reaches a node that listens there.
  public static URI ofListening(ServerSettings.Listen listen) {
    boolean anywhere = listen.host().equals("0.0.0.0") || listen.host().equals("::");
    String host = anywhere ? "127.0.0.1" : listen.host();
    return URI.create("http://" + new ServerSettings.Listen(host, listen.port()));
  }

  /// What the node that owns the data directory wrote; empty when none did.
  public static Optional<NodeAddress> load(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.size() < 2
        ? Optional.empty()
        : Optional.of(new NodeAddress(URI.create(lines.get(0)), Secret.of(lines.get(1))));
  }

  /// A node that keeps its store in a database has no folder before this.
  private static void makePrivate(Path data) throws IOException {
    if (!Files.exists(data)) {
      Files.createDirectories(data, ownerOnly("rwx------"));
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

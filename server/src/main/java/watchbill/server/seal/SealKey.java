package watchbill.server.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The key that signs heads: Ed25519, in a file of the data folder that its owner alone can read.
public final class SealKey {
  private static final String FILE = "audit.key";
  private static final String ALGORITHM = "Ed25519";
  private static final int LINES = 2;

  private final PrivateKey secret;
  private final PublicKey open;

  private SealKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// The key of this folder; made when there is none.
  public static SealKey of(Path data) throws IOException {
    Optional<SealKey> known = load(data);
    if (known.isEmpty()) {
      save(data.resolve(FILE), fresh());
    }
    return known.isPresent() ? known.get() : load(data).orElseThrow();
  }

  /// The key of this folder; empty when no node with it ever signed anything.
  public static Optional<SealKey> load(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    try {
      if (lines.size() != LINES) {
        throw new IllegalArgumentException("it has " + lines.size() + " lines");
      }
      var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()));
      return Optional.of(
          new SealKey(
              KeyFactory.getInstance(ALGORITHM).generatePrivate(secret),
              publicKey(Base64.getDecoder().decode(lines.getLast()))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          file + " is no key of ours (" + e.getMessage() + "); move it away and another is made",
          e);
    }
  }

  /// What checks the signatures, as text for people to keep.
  public String publicText() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(open.getEncoded());
  }

  byte[] sign(byte[] words) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(words);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// Whether the words were signed by the key whose public text this is.
  static boolean isSignedBy(String publicText, byte[] words, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey(Base64.getUrlDecoder().decode(publicText)));
      signature.update(words);
      return signature.verify(signed);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // What is no key or no signature at all signs nothing.
    }
  }

  private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
  }

  private static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static void save(Path file, KeyPair pair) throws IOException {
    Base64.Encoder encoder = Base64.getEncoder();
    String text =
        encoder.encodeToString(pair.getPrivate().getEncoded())
            + "\n"
            + encoder.encodeToString(pair.getPublic().getEncoded())
            + "\n";
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, owner);
    Files.writeString(file, text);
  }
}

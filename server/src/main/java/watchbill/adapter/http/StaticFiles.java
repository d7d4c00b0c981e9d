package watchbill.adapter.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The stylesheet, the script, the icon: files of the class path below `/static/`, read once.
///
/// Each has the hash of its content as its tag. With `?v=` and that hash in the address it may be
/// kept for ever, without it a browser asks each time and is told that nothing changed.
public final class StaticFiles implements Routes {
  /// One plain name: no folders, nothing hidden, nothing that climbs.
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)+");

  private static final String OURS = "/static/";
  private static final String VENDORED = "/static/vendor/";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8",
          "webmanifest", "application/manifest+json");

  private static final Header ASK_EACH_TIME =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header FOR_EVER =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

  private static final class Kept {
    final byte[] bytes;
    final String hash;
    final Header type;

    Kept(byte[] bytes, String hash, Header type) {
      this.bytes = bytes;
      this.hash = hash;
      this.type = type;
    }
  }

  private final Map<String, Kept> files = new ConcurrentHashMap<>();

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/static/{name}", Permission.ANYBODY, 0, this::serve));
  }

  /// The address of a file with its hash in it, for pages: `/static/watchbill.css?v=…`.
  public String address(String name) {
    return "/static/"
        + name
        + find(name)
            .map(f -> "?v=" + f.hash)
            .orElseThrow(() -> new IllegalArgumentException("there is no static file " + name));
  }

  private void serve(ServerRequest request, ServerResponse response) {
    Optional<Kept> found = find(request.path().pathParameters().get("name"));
    if (found.isEmpty()) {
      Problem.of(Status.NOT_FOUND_404, "address.unknown", "there is no such file").send(response);
      return;
    }
    Kept file = found.get();
    String tag = '"' + file.hash + '"';
    boolean named = request.query().first("v").filter(file.hash::equals).isPresent();
    response.header(named ? FOR_EVER : ASK_EACH_TIME).header(HeaderNames.ETAG, tag);
    if (request.headers().first(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      response.header(file.type).send(file.bytes);
    }
  }

  private Optional<Kept> find(String name) {
    Kept kept = files.get(name);
    if (kept != null) {
      return Optional.of(kept);
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<Kept> read = read(OURS + name, type).or(() -> read(VENDORED + name, type));
    read.ifPresent(f -> files.put(name, f));
    return read;
  }

  private static Optional<Kept> read(String resource, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      Header contentType = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
      return Optional.of(new Kept(bytes, HexFormat.of().formatHex(hash, 0, 8), contentType));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

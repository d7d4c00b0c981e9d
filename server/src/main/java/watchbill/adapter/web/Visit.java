package watchbill.adapter.web;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import watchbill.adapter.identity.SignedIn;

/// One look at a page by somebody signed in: who, when, and in which light.
///
/// @param formToken what a form on the page must carry
public record Visit(
    SignedIn signedIn, Reader reader, Clock clock, Light light, String path, String formToken) {

  /// The server lets nobody through to a page that needs it without being signed in.
  public static Visit of(Site site, ServerRequest request) {
    SignedIn signedIn = site.identity().signedIn(request).orElseThrow();
    Reader reader = Reader.of(signedIn.who(), site.configuration().get().catalog());
    Clock clock = new Clock(site.time().now(), reader.zone());
    String path = request.path().absolute().path();
    return new Visit(
        signedIn, reader, clock, Light.of(request), path, site.forms().tokenFor(signedIn));
  }

  public Instant now() {
    return clock.now();
  }

  public Frame frame(String title) {
    return new Frame(title, light, reader.name(), path, formToken);
  }
}

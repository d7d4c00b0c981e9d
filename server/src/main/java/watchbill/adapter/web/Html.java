package watchbill.adapter.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Renders templates and sends them.
public final class Html {
  /// The request was understood, and what it asks can't be done.
  public static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

  private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Html() {}

  /// Sends a page.
  ///
  /// @param template its file under `jte`, without the ending
  /// @param view the template's one parameter
  public static void send(ServerResponse response, Status status, String template, Object view) {
    protect(response);
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
    response.send(render(template, view));
  }

  /// Sends the browser elsewhere after a form, so that a reload does not send it again.
  public static void seeOther(ServerResponse response, String path) {
    protect(response);
    response.status(Status.SEE_OTHER_303);
    response.header(HeaderNames.LOCATION, path);
    response.send();
  }

  static byte[] render(String template, Object view) {
    var output = new Utf8ByteOutput();
    TEMPLATES.render(template + ".jte", view, output);
    var bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes::write);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /// The server has set what else a browser must be told.
  private static void protect(ServerResponse response) {
    // Not no-referrer: with it a browser sends `Origin: null`, and hides from us that a form of
    // ours is ours.
    response.header(REFERRER, "same-origin");
  }
}

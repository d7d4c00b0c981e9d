package watchbill.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaticFilesTest {
  private final StaticFiles files = new StaticFiles();
  private final Visitors visitors = new Visitors();

  @AfterEach
  void close() {
    visitors.close();
  }

  @Test
  void aFileIsSentOnceAndThenOnlyAskedFor() {
    visitors.open(files.routes().getFirst());

    HttpResponse<String> first = visitors.get("/static/sample.css");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = visitors.get("/static/sample.css", "If-None-Match", tag);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo("body { margin: 0 }\n");
    assertThat(first.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void underItsHashAFileMayBeKeptForEver() {
    visitors.open(files.routes().getFirst());

    String address = files.address("sample.css");

    assertThat(address).matches("/static/sample\\.css\\?v=[0-9a-f]{16}");
    assertThat(visitors.get(address).headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(visitors.get("/static/sample.css?v=old").headers().firstValue("Cache-Control"))
        .contains("no-cache");
  }

  @Test
  void nothingElseOfTheClassPathIsShown() {
    visitors.open(files.routes().getFirst());

    for (String name :
        new String[] {
          "missing.css", "..%2Fwatchbill.css", "%2e%2e", "HttpServer.class", ".hidden.css", "css"
        }) {
      assertThat(visitors.get("/static/" + name).statusCode()).as(name).isEqualTo(404);
    }
    assertThatThrownBy(() -> files.address("missing.css")).hasMessageContaining("missing.css");
  }
}

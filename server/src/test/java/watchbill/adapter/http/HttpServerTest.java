package watchbill.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.engine.StoreFault;

class HttpServerTest {
  private final Visitors visitors = new Visitors();

  @AfterEach
  void close() {
    visitors.close();
  }

  @Test
  void everyAnswerTellsTheBrowserToRunNothingButOurFiles() throws IOException {
    visitors.open(get("/hello", Permission.ANYBODY, (_, response) -> response.send("hello")));

    for (HttpResponse<String> answer : List.of(visitors.get("/hello"), visitors.get("/nowhere"))) {
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
    // Also where no route was reached.
    assertThat(visitors.say("GET /%zz HTTP/1.1\r\n\r\n")).contains("Content-Security-Policy:");
  }

  @Test
  void whoIsNotSignedInIsSentToTheDoorOrToldSo() {
    visitors.open(get("/pages", Permission.SIGNED_IN, (_, response) -> response.send("secret")));

    HttpResponse<String> browser = visitors.get("/pages", "Accept", "text/html,*/*");
    HttpResponse<String> program = visitors.get("/pages", "Accept", "application/json");

    assertThat(browser.statusCode()).isEqualTo(303);
    assertThat(browser.headers().firstValue("Location")).contains("/sign-in");
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.body()).contains("\"code\":\"sign-in.needed\"");
    assertThat(visitors.get("/pages", "X-Who", "ana").body()).isEqualTo("secret");
  }

  @Test
  void anotherSiteCanNotUseAnasCookie() {
    visitors.open(post("/ack", Permission.SIGNED_IN, (_, response) -> response.send("done")));

    assertThat(visitors.post("/ack", "", "X-Who", "ana").statusCode()).isEqualTo(200);
    assertThat(
            visitors.post("/ack", "", "X-Who", "ana", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(200);
    assertThat(
            visitors.post("/ack", "", "X-Who", "ana", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(
            visitors.post("/ack", "", "X-Who", "ana", "Origin", "https://evil.test").statusCode())
        .isEqualTo(403);
    assertThat(visitors.post("/ack", "", "X-Who", "ana", "Origin", visitors.address()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFaultOfOursShowsAnIdAndNothingElse() {
    visitors.open(
        get(
            "/broken",
            Permission.ANYBODY,
            (_, _) -> {
              throw new IllegalStateException("the secret inside");
            }));

    HttpResponse<String> answer = visitors.get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .containsPattern("its log says what, under fault [0-9a-f]+")
        .doesNotContain("secret", "IllegalState", "watchbill.adapter");
  }

  @Test
  void aStoreThatIsAwayIsNoFaultOfOursAndSaysWhenToComeAgain() {
    visitors.open(
        get(
            "/pages",
            Permission.ANYBODY,
            (_, _) -> {
              throw new Away(new SocketException("the database hung up"));
            }));

    HttpResponse<String> answer = visitors.get("/pages");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("store.unavailable").doesNotContain("hung up");
  }

  private static final class Away extends StoreFault {
    private static final long serialVersionUID = 1L;

    Away(Throwable cause) {
      super("the store can't be used now", cause);
    }
  }

  @Test
  void aRouteDeclaredTwiceDoesNotStart() {
    Route route = get("/twice", Permission.ANYBODY, (_, response) -> response.send());

    assertThatThrownBy(() -> visitors.open(route, route))
        .hasMessageContaining("GET /twice is declared twice");
  }

  @Test
  void aRouteThatLetsInNobodyKnowsWhomDoesNotStart() {
    assertThatThrownBy(() -> visitors.open(get("/open", null, (_, response) -> response.send())))
        .hasMessageContaining("GET /open does not say who may use it");
  }

  @Test
  void anExactAddressGoesBeforeAPattern() {
    visitors.open(
        get("/pages/{id}", Permission.ANYBODY, (_, response) -> response.send("a page")),
        get("/pages/new", Permission.ANYBODY, (_, response) -> response.send("a new page")));

    assertThat(visitors.get("/pages/new").body()).isEqualTo("a new page");
    assertThat(visitors.get("/pages/7").body()).isEqualTo("a page");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    visitors.open(
        get("/pages", Permission.ANYBODY, (_, response) -> response.send("pages")),
        post("/pages", Permission.ANYBODY, (_, response) -> response.send("done")));

    HttpResponse<String> answer = visitors.method("DELETE", "/pages");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
    HttpResponse<String> head = visitors.method("HEAD", "/pages");
    assertThat(head.statusCode()).isEqualTo(405);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void whoKeepsStillIsGivenUp() throws IOException {
    visitors.open(
        post("/in", Permission.ANYBODY, (request, response) -> response.send(Body.bytes(request))));

    assertThat(visitors.say("")).isEmpty();
    assertThat(visitors.say("POST /in HT")).isEmpty();
    assertThat(visitors.say("POST /in HTTP/1.1\r\nHost: a\r\nContent-")).isEmpty();
    assertThat(visitors.say("POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"))
        .isEmpty();
  }

  @Test
  void whoDripsIsGivenUp() throws IOException {
    visitors.open(
        post("/in", Permission.ANYBODY, (request, response) -> response.send(Body.bytes(request))));
    String head = "POST /in HTTP/1.1\r\nHost: a\r\n";

    assertThat(visitors.drip("POST /", "x")).isEmpty();
    assertThat(visitors.drip(head, "X-A: b\r\n")).isEmpty();
    assertThat(visitors.drip(head + "Content-Length: 900\r\n\r\n", "x")).isEmpty();
    assertThat(visitors.drip(head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")).isEmpty();
  }

  @Test
  void aConnectionWithoutARequestIsClosedInTheEnd() throws IOException {
    visitors.open(get("/hello", Permission.ANYBODY, (_, response) -> response.send("hello")));

    assertThat(visitors.say("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")).endsWith("hello");
  }

  @Test
  void ourOwnWorkMayTakeLongerThanASender() {
    visitors.open(
        post(
            "/slow",
            Permission.ANYBODY,
            (request, response) -> {
              byte[] body = Body.bytes(request);
              visitors.longerThanPatience();
              response.send(body);
            }));

    assertThat(visitors.post("/slow", "kept").body()).isEqualTo("kept");
  }

  @Test
  void whatComesAfterARefusedBodyIsNotTakenForARequest() throws IOException {
    visitors.open(
        get("/hello", Permission.ANYBODY, (_, response) -> response.send("hello")),
        post("/in", Permission.ANYBODY, (request, response) -> response.send(Body.bytes(request))));

    String hidden = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
    String answer =
        visitors.say(
            "POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + hidden);

    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("200 OK");
  }

  @Test
  void aRunningRequestIsFinishedBeforeTheServerStops() throws Exception {
    var began = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    visitors.open(
        get(
            "/slow",
            Permission.ANYBODY,
            (_, response) -> {
              began.countDown();
              goOn.await();
              response.send("finished");
            }));
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> visitors.get("/slow"));
    began.await();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(visitors::stop);
    goOn.countDown();

    assertThat(answer.get().body()).isEqualTo("finished");
    stopped.get();
  }

  @Test
  void aBodyComesAsItWasSentWhicheverWay() throws IOException {
    visitors.open(
        post("/in", Permission.ANYBODY, (request, response) -> response.send(Body.bytes(request))));

    String head = "Host: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunks = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    String chunked = visitors.say("POST /in HTTP/1.1\r\n" + head + chunks);

    assertThat(chunked).startsWith("HTTP/1.1 200 ").endsWith("abcde");
    assertThat(visitors.post("/in", "häppy ☕").body()).isEqualTo("häppy ☕");
    assertThat(visitors.post("/in", "").body()).isEmpty();
  }

  private static Route get(String path, Permission permission, Handler handler) {
    return new Route(Method.GET, path, permission, 0, handler);
  }

  private static Route post(String path, Permission permission, Handler handler) {
    return new Route(Method.POST, path, permission, 1000, handler);
  }
}

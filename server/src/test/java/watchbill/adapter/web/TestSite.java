package watchbill.adapter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import watchbill.adapter.calendar.feed.FeedToken;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.http.Routes;
import watchbill.adapter.http.StaticFiles;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.card.CardPage;
import watchbill.adapter.web.demo.DemoPage;
import watchbill.adapter.web.duty.MyDutyPage;
import watchbill.adapter.web.duty.NewFeeds.NewFeed;
import watchbill.adapter.web.entry.LeaveForm;
import watchbill.adapter.web.entry.OverrideForm;
import watchbill.adapter.web.entry.SilenceForm;
import watchbill.adapter.web.entry.SwapForm;
import watchbill.adapter.web.explain.AftermathPage;
import watchbill.adapter.web.explain.ExplainPage;
import watchbill.adapter.web.heartbeat.HeartbeatList;
import watchbill.adapter.web.heartbeat.HeartbeatPage;
import watchbill.adapter.web.noise.NoisePage;
import watchbill.adapter.web.notice.NoticeLinks;
import watchbill.adapter.web.notice.NoticePage;
import watchbill.adapter.web.now.NowPage;
import watchbill.adapter.web.page.EventList;
import watchbill.adapter.web.page.EventPage;
import watchbill.adapter.web.page.OnePage;
import watchbill.adapter.web.page.PageList;
import watchbill.adapter.web.rota.RotaDeeds;
import watchbill.adapter.web.rota.RotaHistoryPage;
import watchbill.adapter.web.rota.RotaList;
import watchbill.adapter.web.rota.RotaPage;
import watchbill.adapter.web.signin.SignInPage;
import watchbill.adapter.web.silence.SilenceList;
import watchbill.adapter.web.wake.WaitingPage;
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.adapter.web.wake.WakePage;
import watchbill.kernel.Secret;
import watchbill.testkit.Cast;

/// All pages over a scene, on a free port of the loopback.
public final class TestSite implements AutoCloseable {
  public final Scene scene;
  public final URI url;
  public final Identity identity;
  public final WakeLinks links;
  public final NoticeLinks noticeLinks;
  private final HttpServer server;

  public TestSite(Scene scene) {
    this(scene, _ -> List::of);
  }

  /// With more routes than the pages, made for this site's identity.
  public TestSite(Scene scene, Function<Identity, Routes> more) {
    this.scene = scene;
    var key = SigningKey.of(scene.transactions);
    int port = freePort();
    this.url = URI.create("http://127.0.0.1:" + port);
    this.identity = new Identity(scene.transactions, scene.clock, scene::configuration, url);
    var forms = new FormGuard(key, url);
    this.links = new WakeLinks(url, key);
    this.noticeLinks = new NoticeLinks(url, key);
    var site =
        new Site(
            scene.transactions, scene.door(), scene.clock, scene::configuration, identity, forms);
    var pages =
        Stream.of(
            new NowPage(site),
            new PageList(site),
            new OnePage(site),
            new EventPage(site, scene.rereader()),
            new ExplainPage(site, scene.explainer(scene::configuration)),
            new AftermathPage(site, scene.explainer(scene::configuration)),
            new EventList(site),
            new NoisePage(site),
            new CardPage(site, url),
            new RotaList(site),
            new RotaPage(site),
            new RotaHistoryPage(site),
            new RotaDeeds(site),
            new OverrideForm(site),
            new SwapForm(site),
            new LeaveForm(site),
            new HeartbeatList(site),
            new HeartbeatPage(site),
            new SilenceForm(site),
            new SilenceList(site),
            new MyDutyPage(site, Optional.of(this::newFeed)),
            new WakePage(site, links),
            new WaitingPage(site, links),
            new NoticePage(site, noticeLinks),
            new SignInPage(site),
            new LightSwitch(false),
            new DemoPage(site, scene::received, List.of(Cast.ANA, Cast.BEN)));
    this.server =
        new HttpServer(
            Stream.concat(pages, Stream.of(more.apply(identity), new StaticFiles())).toList(),
            identity,
            "127.0.0.1",
            port);
    server.start();
  }

  private NewFeed newFeed() {
    FeedToken token = FeedToken.fresh();
    return new NewFeed(token.hash(), Secret.of(url + token.path()));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}

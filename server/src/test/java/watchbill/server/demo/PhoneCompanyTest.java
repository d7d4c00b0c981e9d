package watchbill.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PhoneCompanyTest {
  @AutoClose private final PhoneCompany phones = new PhoneCompany();
  @AutoClose private final HttpClient node = HttpClient.newHttpClient();

  PhoneCompanyTest() throws IOException {}

  @Test
  void whatIsToldBeforeAHandOffIsNoPage() throws IOException, InterruptedException {
    tells("ben", "You are on duty from Mon 23 Nov", "http://127.0.0.1:8320/n/notice/pass");
    tells("cho", "Checkout is failing", "http://127.0.0.1:8320/w/pass");
    assertThat(phones.rings()).extracting(PhoneCompany.Ring::phone).containsExactly("cho");
    assertThat(phones.await(_ -> true, Duration.ofSeconds(1)))
        .hasValueSatisfying(ring -> assertThat(ring.title()).isEqualTo("Checkout is failing"));
  }

  @Test
  void aRepeatSaysThatItMayBeOne() throws IOException, InterruptedException {
    tells("ben", "Checkout is failing", "http://127.0.0.1:8320/w/one");
    tells("ben", "Checkout is failing (possible duplicate)", "http://127.0.0.1:8320/w/two");
    assertThat(phones.rings())
        .extracting(PhoneCompany.Ring::maybeASecondCopy)
        .containsExactly(false, true);
  }

  private void tells(String phone, String title, String link)
      throws IOException, InterruptedException {
    String message =
        "{\"topic\":\"%s\",\"title\":\"%s\",\"message\":\"\",\"click\":\"%s\"}"
            .formatted(phone, title, link);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(phones.address()))
            .POST(BodyPublishers.ofString(message))
            .build();
    assertThat(node.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }
}

package watchbill.adapter.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.kernel.Secret;

class PostgresAddressTest {
  @Test
  void aPlainOneIsRead() {
    PostgresAddress address = read("postgres://watchbill:secret@db.example.org/pages");
    assertThat(address.hosts()).containsExactly(new PostgresAddress.Host("db.example.org", 5432));
    assertThat(address.database()).isEqualTo("pages");
    assertThat(address.user()).isEqualTo("watchbill");
    assertThat(address.password()).contains(Secret.of("secret"));
    assertThat(address.encryption()).isEmpty();
  }

  @Test
  void oneWithEverythingIsRead() {
    PostgresAddress address =
        read(
            "postgresql://on%40call:p%3A%2F+%25@[::1]:6000,db2:6001/a%20b"
                + "?sslmode=verify-full&sslrootcert=/etc/ca.pem");
    assertThat(address.hosts())
        .isEqualTo(
            List.of(new PostgresAddress.Host("::1", 6000), new PostgresAddress.Host("db2", 6001)));
    assertThat(address.user()).isEqualTo("on@call");
    assertThat(address.password()).contains(Secret.of("p:/+%"));
    assertThat(address.database()).isEqualTo("a b");
    assertThat(address.encryption()).contains("verify-full");
    assertThat(address.authority()).contains(Path.of("/etc/ca.pem"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    PostgresAddress address =
        read(
            "postgres://on%40call:p%3A%2F+%25%20@[::1]:6000,db2:6001/a%20b"
                + "?sslmode=verify-full&sslrootcert=/etc/ca.pem");
    assertThat(read(address.written().reveal())).isEqualTo(address);
  }

  @Test
  void aPasswordMayBeLeftOut() {
    assertThat(read("postgres://watchbill@localhost/pages").password()).isEmpty();
  }

  @Test
  void itNeverShowsThePassword() {
    assertThat(read("postgres://watchbill:hunter2@db:5433/pages"))
        .hasToString("postgres://watchbill@db:5433/pages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pages",
        "mysql://a:b@c/d",
        "postgres://db/pages",
        "postgres://a:b@/pages",
        "postgres://a:b@db",
        "postgres://a:b@db/",
        "postgres://a:b@db:0/pages",
        "postgres://a:b@db:70000/pages",
        "postgres://a:b@db,/pages",
        "postgres://a:b%zz@db/pages",
        "postgres://a:b@db/pages?sslmode=perhaps",
        "postgres://a:b@db/pages?user=root"
      })
  void whatIsNoneIsNotRead(String text) {
    assertThat(PostgresAddress.parse(text)).isEmpty();
  }

  private static PostgresAddress read(String text) {
    return PostgresAddress.parse(text).orElseThrow();
  }
}

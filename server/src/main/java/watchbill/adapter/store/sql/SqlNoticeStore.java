package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NoticeStore;

/// Keeps notices. That nobody is given the same twice is a unique key of the table.
public final class SqlNoticeStore implements NoticeStore {
  private static final String ANSWERED = "answered";
  private static final String LAPSED = "lapsed";

  private static final String ADD =
      """
      INSERT INTO notice (id, person, kind, key, headline, facts, action_label, action_purpose,
        action_subject, created_at, pointless_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (person, key) DO NOTHING
      """;

  private static final String END =
      """
      UPDATE notice SET ended = ?, ended_at = ?, ended_by = ?, ended_via = ?
      WHERE id = ? AND ended IS NULL
      """;

  private static final String END_OF =
      """
      SELECT ended, ended_at, ended_by, ended_via FROM notice
      WHERE id = ? AND ended IS NOT NULL
      """;

  /// In the order in which [#read] reads.
  private static final String NOTICE =
      """
      SELECT id, person, kind, key, headline, facts, action_label, action_purpose, action_subject,
        created_at, pointless_from
      FROM notice
      """;

  private static final String FIND = NOTICE + "WHERE id = ?";

  private static final String LAPSING =
      NOTICE
          + """
          WHERE ended IS NULL AND pointless_from <= ? ORDER BY pointless_from, id LIMIT ?
          """;

  private static final String RECENT = NOTICE + "WHERE person = ? ORDER BY id DESC LIMIT ?";

  private final Sql sql;

  SqlNoticeStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(Notice notice) {
    Query add =
        sql.of(ADD)
            .text(notice.id().value())
            .text(notice.person().handle())
            .text(notice.kind().word())
            .text(notice.key())
            .text(notice.headline())
            .text(FactsJson.write(notice.facts()));
    int added =
        bind(add, notice.action())
            .instant(notice.createdAt())
            .instant(notice.pointlessFrom())
            .run();
    return added == 1;
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return sql.of(FIND).text(id.value()).first(SqlNoticeStore::read);
  }

  @Override
  public boolean end(NoticeId id, Notice.End end) {
    Query query = sql.of(END);
    switch (end) {
      case Notice.End.Answered(var at, var by, var via) ->
          query.text(ANSWERED).instant(at).text(by).text(via);
      case Notice.End.Lapsed(var at) ->
          query.text(LAPSED).instant(at).text(Optional.empty()).text(Optional.empty());
    }
    return query.text(id.value()).run() == 1;
  }

  @Override
  public Optional<Notice.End> endOf(NoticeId id) {
    return sql.of(END_OF).text(id.value()).first(SqlNoticeStore::readEnd);
  }

  @Override
  public List<Notice> lapsing(Instant now, int limit) {
    return sql.of(LAPSING).instant(now).number(limit).list(SqlNoticeStore::read);
  }

  @Override
  public List<Notice> recent(PersonId person, int limit) {
    return sql.of(RECENT).text(person.handle()).number(limit).list(SqlNoticeStore::read);
  }

  private static Query bind(Query query, Optional<Notice.Action> action) {
    Optional<Notice.Action.Elsewhere> elsewhere =
        action.flatMap(a -> a instanceof Notice.Action.Elsewhere e ? Optional.of(e) : none());
    return query
        .text(action.map(Notice.Action::label))
        .text(elsewhere.map(Notice.Action.Elsewhere::purpose))
        .text(elsewhere.map(Notice.Action.Elsewhere::subject));
  }

  private static Optional<Notice.Action.Elsewhere> none() {
    return Optional.empty();
  }

  private static Notice read(Row row) {
    return new Notice(
        new NoticeId(row.text()),
        new PersonId(row.text()),
        Notice.Kind.ofWord(row.text()),
        row.text(),
        row.text(),
        facts(row),
        action(row),
        row.instant(),
        row.optionalInstant());
  }

  private static List<Message.Fact> facts(Row row) {
    return FactsJson.read(row.text());
  }

  private static Optional<Notice.Action> action(Row row) {
    Optional<String> label = row.optionalText();
    Optional<String> purpose = row.optionalText();
    Optional<String> subject = row.optionalText();
    return label.map(words ->
        purpose
            .<Notice.Action>map(p -> new Notice.Action.Elsewhere(words, p, subject.orElseThrow()))
            .orElseGet(() -> new Notice.Action.Answer(words)));
  }

  private static Notice.End readEnd(Row row) {
    String ended = row.text();
    Instant at = row.instant();
    return switch (ended) {
      case ANSWERED -> new Notice.End.Answered(at, row.text(), row.text());
      case LAPSED -> new Notice.End.Lapsed(at);
      default -> throw new IllegalStateException("no such end: " + ended);
    };
  }
}

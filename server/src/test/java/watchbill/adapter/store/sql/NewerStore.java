package watchbill.adapter.store.sql;

import java.util.ArrayList;
import java.util.List;
import watchbill.adapter.store.sql.Migrations.Migration;

/// What the next Watchbill may do to a store.
public final class NewerStore {
  private NewerStore() {}

  /// Ours, and one more that lets programs of today go on, or does not.
  public static Migrations migrations(boolean lets) {
    List<Migration> known = new ArrayList<>(Migrations.ofThisProgram().known());
    long ours = known.getLast().number();
    String adds =
        """
        ALTER TABLE page ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';
        ALTER TABLE notification ADD COLUMN tone TEXT;
        ALTER TABLE audit_entry ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
        CREATE TABLE mood_change (page TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL);
        CREATE INDEX page_mood ON page (mood);
        """;
    String text = (lets ? "-- allows: " + ours + "\n" : "") + adds;
    known.add(new Migration(ours + 1, "%04d-next.sql".formatted(ours + 1), text));
    return new Migrations(known);
  }
}

package watchbill.adapter.ingest;

import java.util.List;
import watchbill.alert.AlertReport;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// What came of reading one message.
public sealed interface Reading {
  /// It was understood, as a whole or in part. Nothing in it at all is sound too: a sender says
  /// hello.
  ///
  /// @param wrong what could not be used, each with the item and the field; at most a few
  record Understood(List<AlertReport> reports, List<ChangeReport> changes, List<Refusal> wrong)
      implements Reading {
    public Understood {
      reports = List.copyOf(reports);
      changes = List.copyOf(changes);
      wrong = List.copyOf(wrong);
    }

    public static Understood alerts(List<AlertReport> reports) {
      return new Understood(reports, List.of(), List.of());
    }
  }

  /// Nothing of it can be used.
  ///
  /// @param wrong why, at least one
  record Refused(List<Refusal> wrong) implements Reading {
    public Refused {
      wrong = List.copyOf(wrong);
    }

    public static Refused because(Refusal refusal) {
      return new Refused(List.of(refusal));
    }
  }
}

package watchbill.adapter.ingest;

import java.util.List;
import watchbill.alert.AlertReport;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// What came of reading one message.
public sealed interface Reading {
  /// How many things that are wrong are told of one message.
  int WRONG_MAX = 20;

  /// The good ones count; when there is none among what is wrong, nothing of it can be used.
  static Reading of(List<AlertReport> reports, List<Refusal> wrong) {
    List<Refusal> first = wrong.stream().limit(WRONG_MAX).toList();
    return reports.isEmpty() && !wrong.isEmpty()
        ? new Refused(first)
        : new Understood(reports, List.of(), first);
  }

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

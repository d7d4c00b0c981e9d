package watchbill.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is to be done with an alert.
public sealed interface Ask {
  /// The reports in the message have their effect: an alert opens, or is counted again.
  record Create() implements Ask {}

  record Close() implements Ask {}

  record Acknowledge() implements Ask {}

  record Unacknowledge() implements Ask {}

  record Snooze(Instant until) implements Ask {}

  /// Nothing but the note that comes with it.
  record AddNote() implements Ask {}

  record Assign(Responder owner) implements Ask {}

  /// Wakes somebody beside whoever is woken anyway.
  ///
  /// @param action as the outcome calls it: `AddTeam`, `AddResponder`
  record AddResponders(List<Responder> responders, String action) implements Ask {
    public AddResponders {
      responders = List.copyOf(responders);
    }
  }

  record AddTags(List<String> tags) implements Ask {
    public AddTags {
      tags = List.copyOf(tags);
    }
  }

  record RemoveTags(List<String> tags) implements Ask {
    public RemoveTags {
      tags = List.copyOf(tags);
    }
  }

  record AddDetails(Map<String, String> details) implements Ask {
    public AddDetails {
      details = Map.copyOf(details);
    }
  }

  record RemoveDetails(List<String> names) implements Ask {
    public RemoveDetails {
      names = List.copyOf(names);
    }
  }

  record Escalate() implements Ask {}

  /// Says anew what is wrong.
  record Reword(Rewording rewording) implements Ask {}

  /// It ends, and is not listed any more.
  record Delete() implements Ask {}

  /// As an outcome calls it.
  default String action() {
    return switch (this) {
      case Create _ -> "Create";
      case Close _ -> "Close";
      case Acknowledge _ -> "Acknowledge";
      case Unacknowledge _ -> "UnAcknowledge";
      case Snooze _ -> "Snooze";
      case AddNote _ -> "AddNote";
      case Assign _ -> "AssignOwnership";
      case AddResponders(_, var action) -> action;
      case AddTags _ -> "AddTags";
      case RemoveTags _ -> "RemoveTags";
      case AddDetails _ -> "AddDetails";
      case RemoveDetails _ -> "RemoveDetails";
      case Escalate _ -> "EscalateNext";
      case Reword(var rewording) -> rewording.action();
      case Delete _ -> "Delete";
    };
  }
}

package watchbill.escalation;

import java.util.Optional;

/// A decision: where the page stands now, and whom to wake for it.
public record Climb(Escalation escalation, Optional<Wake> wake) {
  static Climb unchanged(Escalation escalation) {
    return new Climb(escalation, Optional.empty());
  }
}

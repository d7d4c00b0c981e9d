package watchbill.server.hourly;

import java.time.Duration;

/// Whose turn it is to make a round, where several nodes share a store.
public interface RoundClaims {
  /// For a node that has its store to itself: every round is its own.
  RoundClaims ALONE =
      new RoundClaims() {
        @Override
        public boolean take(String round, Duration restsFor) {
          return true;
        }

        @Override
        public void end(String round) {}
      };

  /// Takes the round, unless another node is making it or it was made so short a while ago.
  boolean take(String round, Duration restsFor);

  /// It was made.
  void end(String round);
}

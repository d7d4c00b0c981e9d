package watchbill.rota.turn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// How a layer shares out the time.
public sealed interface Turns permits Rotation, Occurrences, Fixed {
  Piece at(Instant at, ZoneId zone);

  /// In the order they take turns.
  List<Seat> seats();
}

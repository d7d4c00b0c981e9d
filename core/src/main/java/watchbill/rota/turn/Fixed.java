package watchbill.rota.turn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The same people, always.
public record Fixed(Seat seat) implements Turns {
  @Override
  public Piece at(Instant at, ZoneId zone) {
    return Piece.held(List.of(new Piece.Turn(0, seat)), Piece.NEVER);
  }

  @Override
  public List<Seat> seats() {
    return List.of(seat);
  }
}

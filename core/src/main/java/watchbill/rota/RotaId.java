package watchbill.rota;

/// A rota, by its handle: `payments`.
public record RotaId(String handle) {
  @Override
  public String toString() {
    return handle;
  }
}

package watchbill.server.drawing;

/// The signs a drawing is made of.
///
/// @param gap stands for nobody
/// @param cut ends a name that is too long
public record Pen(String gap, String cut) {
  public static final Pen FINE = new Pen("░░░░", "…");

  /// For terminals that know ASCII alone.
  public static final Pen PLAIN = new Pen("----", "~");

  String fit(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + cut;
  }
}

package watchbill.server.config.source;

/// Where something stands, as an editor counts: line and column from 1.
///
/// @param line 0 when the whole file is meant
public record Place(String file, int line, int column) {
  public static Place wholeOf(String file) {
    return new Place(file, 0, 0);
  }

  /// `watchbill.yaml:12:7`, which most terminals make a link.
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}

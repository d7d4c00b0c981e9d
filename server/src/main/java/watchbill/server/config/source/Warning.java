package watchbill.server.config.source;

/// Something that is accepted but may not be what was meant.
public record Warning(Place place, String path, String words) {
  public String inWords() {
    return (path.isEmpty() ? place + "  " : place + "  " + path + ": ") + words;
  }
}

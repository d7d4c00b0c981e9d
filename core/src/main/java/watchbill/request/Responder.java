package watchbill.request;

/// Somebody a sender names: a person, a team or a rota, as the sender spells it.
///
/// @param name a handle, a person's name or their e-mail address
public record Responder(Kind kind, String name) {
  /// What it can be.
  public enum Kind {
    PERSON("User"),
    TEAM("Team"),
    ROTA("Schedule");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As its senders call it: `User`.
    public String word() {
      return word;
    }
  }
}

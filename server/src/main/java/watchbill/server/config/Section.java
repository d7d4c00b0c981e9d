package watchbill.server.config;

/// The parts of a configuration, each a mapping. Of most, the keys are handles the user chose.
enum Section {
  PEOPLE("people", "person", 2_000),
  REGIONS("regions", "region", 100),
  TEAMS("teams", "team", 500),
  ROTAS("rotas", "rota", 500),
  POLICIES("policies", "policy", 500),
  SERVICES("services", "service", 5_000),
  INTEGRATIONS("integrations", "integration", 5_000),
  ROUTING("routing", "setting", 2),
  INHIBIT("inhibit", "inhibition rule", 500),
  MAINTENANCE("maintenance", "maintenance window", 500),
  HEARTBEATS("heartbeats", "heartbeat", 5_000),
  DUTY_RULES("duty-rules", "set of duty rules", 500),
  CHANNELS("channels", "channel", 5),
  SERVER("server", "setting", 8),
  BACKUP("backup", "setting", 3);

  private final String key;
  private final String one;
  private final int max;

  Section(String key, String one, int max) {
    this.key = key;
    this.one = one;
    this.max = max;
  }

  /// As written in the configuration: `people`.
  String key() {
    return key;
  }

  /// One of them, in words: `person`.
  String one() {
    return one;
  }

  /// How many there may be.
  int max() {
    return max;
  }
}

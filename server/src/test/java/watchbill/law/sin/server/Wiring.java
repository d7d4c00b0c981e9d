package watchbill.law.sin.server;

public record Wiring(String name) {}

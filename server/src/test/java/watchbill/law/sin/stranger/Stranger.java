package watchbill.law.sin.stranger;

public record Stranger(String name) {}

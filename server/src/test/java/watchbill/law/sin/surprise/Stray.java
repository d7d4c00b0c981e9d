package watchbill.law.sin.surprise;

public record Stray(String name) {}

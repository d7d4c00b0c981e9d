package watchbill.law.sin.adapter.surprise;

public record Stray(String name) {}

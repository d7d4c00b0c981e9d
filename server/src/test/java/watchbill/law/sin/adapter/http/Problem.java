package watchbill.law.sin.adapter.http;

public record Problem(String title) {}

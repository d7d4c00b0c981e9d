package watchbill.law.sin.alert;

public record Alert(String key) {}

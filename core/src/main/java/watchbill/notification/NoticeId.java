package watchbill.notification;

/// A notice's id.
public record NoticeId(String value) {
  @Override
  public String toString() {
    return value;
  }
}

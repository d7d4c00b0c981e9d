package watchbill.adapter.calendar.ical;

import watchbill.kernel.Refusal;

/// A file that can't be read on, from deep inside it. Caught by the reader, and by nobody else.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  Unreadable(String code, String field, String seen, String allowed) {
    super(code, null, false, false);
    this.refusal = new Refusal("calendar." + code, field, seen, allowed);
  }

  Refusal refusal() {
    return refusal;
  }
}

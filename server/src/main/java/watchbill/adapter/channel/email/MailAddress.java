package watchbill.adapter.channel.email;

import java.util.regex.Pattern;

/// What may stand between the angle brackets of an SMTP command: nothing that could end it.
final class MailAddress {
  private static final Pattern GOOD =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

  private MailAddress() {}

  static boolean isGood(String address) {
    return GOOD.matcher(address).matches();
  }
}

package watchbill.testkit;

import java.util.List;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Channel;
import watchbill.testkit.contract.ChannelContract;

class PhoneProviderTest implements ChannelContract {
  private final Phone phone = new Phone(Cast.ANA, _ -> {});
  private final PhoneProvider provider = new PhoneProvider(ContactMethod.SMS);

  PhoneProviderTest() {
    provider.connect("+34600000001", phone);
  }

  @Override
  public Channel channel() {
    return provider;
  }

  @Override
  public Counterpart counterpart() {
    return new Counterpart() {
      @Override
      public String address() {
        return "+34600000001";
      }

      @Override
      public List<String> seen() {
        return phone.unread().stream().map(Phone.Received::text).toList();
      }

      @Override
      public void refuse() {
        provider.refuses();
      }

      @Override
      public void postpone() {
        provider.isBusy();
      }

      @Override
      public void disappear() {
        provider.isDown();
      }

      @Override
      public void fallSilent() {
        provider.timesOutWithoutTelling();
      }
    };
  }
}

package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;

/// What the contracts of all stores share. `S` is the store that is held to one.
public interface StoreContract<S> {
  /// Over stores that were empty when the test began; the same throughout one test.
  Transactions transactions();

  /// The class under test, so that a contract is not kept by something else by mistake.
  Class<? extends S> implementation();

  /// The port that the contract is about.
  Class<S> port();

  /// The store as a transaction shows it.
  S storeIn(Stores stores);

  @Test
  default void isAboutTheClassItNames() {
    Class<?> used = transactions().<Class<?>>read(s -> storeIn(s).getClass());
    assertThat(used).isEqualTo(implementation());
  }

  /// The store, each call to which is a reading transaction of its own.
  default S reads() {
    return eachCallBy((method, arguments) -> transactions().read(called(method, arguments)));
  }

  /// The store, each call to which is a transaction of its own.
  default S writes() {
    return eachCallBy((method, arguments) -> transactions().write(called(method, arguments)));
  }

  /// Several things in one transaction.
  default void write(Consumer<S> work) {
    writing(store -> {
      work.accept(store);
      return true;
    });
  }

  /// Several things in one transaction, for what they return.
  default <R> R writing(Function<S, R> work) {
    return transactions().write(s -> work.apply(storeIn(s)));
  }

  private S eachCallBy(BiFunction<Method, Object[], Object> run) {
    Object caller =
        Proxy.newProxyInstance(
            port().getClassLoader(),
            new Class<?>[] {port()},
            (_, method, arguments) ->
                run.apply(method, arguments == null ? new Object[0] : arguments));
    return port().cast(caller);
  }

  private Function<Stores, Object> called(Method method, Object[] arguments) {
    return stores -> {
      try {
        Object result = method.invoke(storeIn(stores), arguments);
        return result == null ? "nothing is returned" : result;
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException thrown) {
          throw thrown;
        }
        throw new IllegalStateException("a store threw something checked", e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("a port is public: " + method, e);
      }
    };
  }
}

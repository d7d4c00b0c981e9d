package watchbill.testkit.simulation.play;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import watchbill.engine.Stores;

/// Stands between the engine and its ports.
public final class Interception {
  private Interception() {}

  /// What is done instead of a call.
  @FunctionalInterface
  public interface Instead {
    /// Does it, or something else.
    ///
    /// @param call does what was asked for
    @Nullable Object of(Method method, @Nullable Object[] arguments, Call call);
  }

  /// A call that was not made yet, with these arguments or others.
  @FunctionalInterface
  public interface Call {
    @Nullable Object with(@Nullable Object... arguments);
  }

  /// The same stores, with `instead` in the way of every call.
  public static Stores of(Stores stores, Instead instead) {
    RecordComponent[] components = Stores.class.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] wrapped = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        wrapped[i] = wrap(types[i], components[i].getAccessor().invoke(stores), instead);
      }
      Constructor<Stores> whole = Stores.class.getDeclaredConstructor(types);
      return whole.newInstance(wrapped);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the stores are a record of interfaces", e);
    }
  }

  private static Object wrap(Class<?> port, Object real, Instead instead) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (_, method, given) -> {
          Object[] arguments = given == null ? new Object[0] : given;
          return instead.of(method, arguments, other -> call(method, real, other));
        });
  }

  private static @Nullable Object call(Method method, Object real, @Nullable Object[] arguments) {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

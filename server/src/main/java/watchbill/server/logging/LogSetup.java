package watchbill.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sets up logging in code: reading an XML file would cost a tenth of the start.
///
/// `WATCHBILL_LOG=text` writes for people instead; `WATCHBILL_LOG_LEVEL` is `error`, `warn`, `info`
/// (the default) or `debug`.
public final class LogSetup extends ContextAwareBase implements Configurator {
  /// Held here, because the JDK forgets the level of a logger that nobody holds.
  private static final java.util.logging.Logger SERVER =
      java.util.logging.Logger.getLogger("io.helidon");

  /// Found by the logging library through its service file.
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context));
    appender.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    quiet();
    Level level = Level.toLevel(setting("WATCHBILL_LOG_LEVEL", "info"), Level.INFO);
    context.getLogger("watchbill").setLevel(level);
    // What befalls a connection is said by whoever wanted it, and once.
    context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// The HTTP server logs through the JDK's own logging, in a format of its own; what it says at a
  /// start concerns nobody.
  private static void quiet() {
    SERVER.setLevel(java.util.logging.Level.WARNING);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
    if (setting("WATCHBILL_LOG", "json").equals("text")) {
      var text = new PatternLayoutEncoder();
      text.setContext(context);
      text.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n");
      text.start();
      return text;
    }
    var json = new JsonEncoder();
    json.setContext(context);
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithArguments(false);
    json.setWithMessage(false);
    json.setWithFormattedMessage(true);
    json.start();
    return json;
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : value;
  }
}

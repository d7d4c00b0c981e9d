package watchbill.adapter.ingest.opsgenie;

import static watchbill.adapter.ingest.opsgenie.QueryParser.lower;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchbill.request.NumberedAlerts.Which;

/// What one term of a query asks of an alert.
final class Terms {
  static final String FIELDS =
      "status, acknowledged, snoozed, priority, message, description, alias, entity, source, tag,"
          + " owner, tinyId, count, createdAt, updatedAt, lastOccurredAt or details.NAME";

  private static final String DETAILS = "details.";
  private static final String COMPARABLE = "count, tinyId, createdAt, updatedAt or lastOccurredAt";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

  private Terms() {}

  /// A word alone: somewhere in what people read.
  static AlertQuery word(String word) {
    Predicate<String> has = contains(word);
    return AlertQuery.ofTest(alert ->
        has.test(alert.message())
            || has.test(alert.description())
            || has.test(alert.alias())
            || alert.tags().stream().anyMatch(has));
  }

  static AlertQuery of(String field, String operator, String value) {
    boolean equals = operator.equals(":") || operator.equals("=");
    return switch (lower(field)) {
      case "count" -> number(operator, whole(value), a -> a.alert().reportCount());
      case "tinyid" -> number(operator, whole(value), ShownAlert::number);
      case "createdat" -> created(operator, instant(value));
      case "updatedat" -> at(operator, value, ShownAlert::updatedAt);
      case "lastoccurredat" -> at(operator, value, a -> a.alert().lastSeenAt());
      default -> {
        if (!equals) {
          throw QueryParser.unusable(
              field + " " + operator, "a field that has an order: " + COMPARABLE);
        }
        yield text(field, value);
      }
    };
  }

  private static AlertQuery text(String field, String value) {
    return switch (lower(field)) {
      case "status" -> AlertQuery.ofStatus(status(value));
      case "acknowledged", "isseen", "seen" -> truth(value, ShownAlert::isAcknowledged);
      case "snoozed" -> truth(value, a -> a.snoozedUntil().isPresent());
      case "priority" -> is(value, a -> Stream.of(a.priority()));
      case "message" -> has(value, ShownAlert::message);
      case "description" -> has(value, ShownAlert::description);
      case "alias" -> is(value, a -> Stream.of(a.alias()));
      case "entity" -> is(value, a -> Stream.of(a.entity()));
      case "source" -> is(value, a -> Stream.of(a.alert().condition().source()));
      case "owner" -> is(value, a -> Stream.of(a.owner()));
      case "tag", "tags" -> is(value, a -> a.tags().stream());
      case "details.key" -> is(value, a -> a.details().keySet().stream());
      case "details.value" -> is(value, a -> a.details().values().stream());
      default -> {
        if (!lower(field).startsWith(DETAILS)) {
          throw QueryParser.unusable(field, FIELDS);
        }
        String name = field.substring(DETAILS.length());
        yield is(value, a -> Stream.ofNullable(a.details().get(name)));
      }
    };
  }

  private static Which status(String value) {
    return switch (lower(value)) {
      case "open" -> Which.OPEN;
      case "closed" -> Which.OVER;
      default -> throw QueryParser.unusable("status:" + value, "open or closed");
    };
  }

  private static AlertQuery truth(String value, Predicate<ShownAlert> test) {
    return switch (lower(value)) {
      case "true" -> AlertQuery.ofTest(test);
      case "false" -> AlertQuery.ofTest(test.negate());
      default -> throw QueryParser.unusable(value, "true or false");
    };
  }

  private static AlertQuery is(String value, Function<ShownAlert, Stream<String>> texts) {
    Predicate<String> test = value.contains("*") ? like(value) : value::equalsIgnoreCase;
    return AlertQuery.ofTest(alert -> texts.apply(alert).anyMatch(test));
  }

  private static AlertQuery has(String value, Function<ShownAlert, String> text) {
    Predicate<String> test = value.contains("*") ? like(value) : contains(value);
    return AlertQuery.ofTest(alert -> test.test(text.apply(alert)));
  }

  private static Predicate<String> contains(String value) {
    String wanted = lower(value.replace("*", ""));
    return text -> lower(text).contains(wanted);
  }

  /// A star stands for any text. Cut at the stars and looked for one after the other, so that no
  /// query can make it slow.
  private static Predicate<String> like(String value) {
    List<String> parts = List.of(lower(value).split(Pattern.quote("*"), -1));
    return text -> matches(lower(text), parts);
  }

  private static boolean matches(String text, List<String> parts) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (text.length() < first.length() + last.length()
        || !text.startsWith(first)
        || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    int end = text.length() - last.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }

  private static AlertQuery created(String operator, Instant instant) {
    AlertQuery query =
        number(operator, instant.toEpochMilli(), a -> a.alert().openedAt().toEpochMilli());
    return operator.startsWith(">") ? AlertQuery.openedFrom(query.test(), instant) : query;
  }

  private static AlertQuery at(
      String operator, String value, Function<ShownAlert, Instant> instant) {
    return number(operator, instant(value).toEpochMilli(), a -> instant.apply(a).toEpochMilli());
  }

  private static AlertQuery number(String operator, long value, Function<ShownAlert, Long> number) {
    LongPredicate test =
        switch (operator) {
          case ">" -> n -> n > value;
          case "<" -> n -> n < value;
          case ">=" -> n -> n >= value;
          case "<=" -> n -> n <= value;
          default -> n -> n == value;
        };
    return AlertQuery.ofTest(alert -> test.test(number.apply(alert)));
  }

  private static long whole(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw QueryParser.unusable(value, "a whole number");
    }
  }

  /// Milliseconds since 1970, an instant, or a day as `06-01-2025`.
  private static Instant instant(String value) {
    try {
      if (value.matches("[0-9]{1,15}")) {
        return Instant.ofEpochMilli(Long.parseLong(value));
      }
      return value.contains("T")
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDate.parse(value, DAY).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException _) {
      throw QueryParser.unusable(
          value, "milliseconds since 1970, 2025-01-06T03:00:00Z or 06-01-2025");
    }
  }
}

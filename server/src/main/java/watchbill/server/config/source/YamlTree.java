package watchbill.server.config.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Builds the values of one document from the parser's events.
///
/// From events and not from the parser's own tree: depth and size are counted while they grow, an
/// alias is seen as one, and nothing is recursive. A mistake of syntax ends the file; a key given
/// twice, a tag or a key that is no text is noted, and the file is read on.
final class YamlTree {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String file;
  private final Reading reading;
  private final Map<String, Built> anchors = new HashMap<>();
  private @Nullable YamlFrame frame;
  private @Nullable Value root;
  private int documents;
  private int depth;
  private int size;

  private YamlTree(String file, Reading reading) {
    this.file = file;
    this.reading = reading;
  }

  /// A value and how many it is made of.
  ///
  /// @param value null while it is still open: an alias to it would be a circle
  private record Built(@Nullable Value value, int size) {}

  /// Why the rest of a file is not looked at.
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Mistake mistake;

    Stop(Mistake mistake) {
      super(mistake.problem(), null, false, false);
      this.mistake = mistake;
    }
  }

  /// The value of the file's one document.
  static Optional<Value> parse(String file, String text, Reading reading) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new FailsafeSchema())
            .setCodePointLimit(Limits.FILE_BYTES)
            .build();
    var tree = new YamlTree(file, reading);
    try {
      for (Event event : new Parse(settings).parseString(Variables.shield(text))) {
        tree.take(event);
      }
      return tree.document();
    } catch (Stop stop) {
      reading.giveUpOn(stop.mistake);
    } catch (MarkedYamlEngineException e) {
      reading.giveUpOn(YamlSyntax.mistake(file, e));
    } catch (YamlEngineException _) {
      reading.giveUpOn(YamlSyntax.mistake(file));
    }
    return Optional.empty();
  }

  private Optional<Value> document() throws Stop {
    if (root == null || root instanceof Value.Nothing) {
      String hint = "declare something in it, or remove it";
      throw new Stop(new Mistake(Mistake.Kind.FILE, Place.wholeOf(file), "", "says nothing", hint));
    }
    return Optional.of(root);
  }

  private void take(Event event) throws Stop {
    switch (event) {
      case DocumentStartEvent start -> begin(start);
      case ScalarEvent scalar -> takeScalar(scalar);
      case AliasEvent alias -> takeAlias(alias);
      case CollectionStartEvent start -> open(start);
      case CollectionEndEvent _ -> close();
      default -> {
        // Ends of documents and of the stream, and comments, say nothing.
      }
    }
  }

  private void begin(DocumentStartEvent start) throws Stop {
    documents++;
    if (documents > 1) {
      throw stop(
          Mistake.Kind.SYNTAX,
          start,
          "a second document begins here; use one document in a file",
          "put it into a file of its own, in the same folder");
    }
  }

  private void takeScalar(ScalarEvent scalar) throws Stop {
    refuseTag(scalar, scalar.getTag());
    String text = Variables.unshield(scalar.getValue());
    if (text.length() > Limits.TEXT_CHARACTERS) {
      throw stop(
          Mistake.Kind.LIMIT,
          scalar,
          String.format(
              Locale.ROOT,
              "a text of %,d characters is too long; use at most %,d",
              text.length(),
              Limits.TEXT_CHARACTERS),
          "is a quote missing at its end?");
    }
    // Escapes in quotes can bring in what the file itself may not hold.
    int invisible = YamlText.invisibleIn(text, 0);
    if (invisible >= 0) {
      String problem = YamlText.inWords(text.charAt(invisible));
      throw stop(Mistake.Kind.VALUE, scalar, problem, "remove its escape, which begins with \\");
    }
    Place place = place(scalar.getStartMark());
    boolean nothing = scalar.isPlain() && NULLS.contains(text);
    // A key is a text whatever it looks like.
    boolean key = frame != null && frame.expectsKey();
    Value value = nothing && !key ? new Value.Nothing(place) : new Value.Text(place, text);
    keep(scalar, new Built(value, 1));
    add(scalar, value, 1);
  }

  private void takeAlias(AliasEvent alias) throws Stop {
    String name = alias.getAlias().getValue();
    Built built = anchors.get(name);
    if (built == null) {
      String hint = "write '&" + name + "' before the value it stands for, further up";
      throw stop(Mistake.Kind.SYNTAX, alias, "there is no anchor '" + name + "'", hint);
    }
    if (built.value == null) {
      String problem = "the alias '" + name + "' stands inside what it stands for";
      throw stop(Mistake.Kind.SYNTAX, alias, problem, "write the value out");
    }
    add(alias, built.value, built.size);
  }

  private void open(CollectionStartEvent start) throws Stop {
    refuseTag(start, start.getTag());
    depth++;
    if (depth > Limits.DEPTH) {
      String problem = "lists and mappings nest deeper than " + Limits.DEPTH;
      throw stop(Mistake.Kind.LIMIT, start, problem, "is a bracket missing?");
    }
    count(start, 1);
    keep(start, new Built(null, 0));
    Place place = place(start.getStartMark());
    boolean mapping = start instanceof MappingStartEvent;
    frame = new YamlFrame(frame, place, mapping, name(start), reading);
  }

  private void close() throws Stop {
    YamlFrame done = Objects.requireNonNull(frame, "an end without a start");
    depth--;
    frame = done.parent();
    Value value = done.value();
    done.anchor().ifPresent(name -> anchors.put(name, new Built(value, done.size())));
    addTo(value, done.size());
  }

  /// Counts first: an alias of an alias of an alias is large before it is anything.
  private void add(Event event, Value value, int values) throws Stop {
    count(event, values);
    addTo(value, values);
  }

  private void count(Event event, int values) throws Stop {
    size += values;
    if (size > Limits.VALUES) {
      throw stop(
          Mistake.Kind.LIMIT,
          event,
          String.format(Locale.ROOT, "the file has more than %,d values", Limits.VALUES),
          "each alias counts as all it stands for");
    }
  }

  private void addTo(Value value, int values) {
    if (frame == null) {
      root = value;
    } else {
      frame.add(value, values);
    }
  }

  private void keep(NodeEvent event, Built built) {
    name(event).ifPresent(name -> anchors.put(name, built));
  }

  private static Optional<String> name(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue);
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      String path = frame == null ? "" : frame.path();
      String problem = "a tag (a word after '!') is not accepted; use the plain value";
      Place place = place(event.getStartMark());
      String hint = "a text that begins with '!' needs quotes";
      reading.note(new Mistake(Mistake.Kind.SYNTAX, place, path, problem, hint));
    }
  }

  private Stop stop(Mistake.Kind kind, Event event, String problem, String hint) {
    String path = frame == null ? "" : frame.path();
    return new Stop(new Mistake(kind, place(event.getStartMark()), path, problem, hint));
  }

  private Place place(Optional<Mark> mark) {
    return YamlSyntax.place(file, mark);
  }
}

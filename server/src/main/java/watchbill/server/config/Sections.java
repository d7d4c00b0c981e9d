package watchbill.server.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Reading;
import watchbill.server.config.source.Value;

/// All files laid together, section by section. What is declared twice is a mistake, wherever.
final class Sections {
  private static final String[] KEYS =
      Arrays.stream(Section.values()).map(Section::key).toArray(String[]::new);

  private final Reading reading;
  private final Map<Section, Map<String, Value.Member>> members = new EnumMap<>(Section.class);
  private final Map<Section, Field> first = new EnumMap<>(Section.class);

  private Sections(Reading reading) {
    this.reading = reading;
  }

  static Sections merge(List<Field> documents, Reading reading) {
    var sections = new Sections(reading);
    for (Field document : documents) {
      document
          .fields(KEYS)
          .ifPresent(top -> {
            for (Section section : Section.values()) {
              top.field(section.key()).ifPresent(field -> sections.add(section, field));
            }
          });
    }
    return sections;
  }

  /// The section as if it stood in one file; nothing when no file has it.
  Optional<Field> of(Section section) {
    return Optional.ofNullable(first.get(section))
        .map(field ->
            new Field(
                section.key(),
                new Value.Mapping(field.value().place(), members.getOrDefault(section, Map.of())),
                reading));
  }

  /// What is declared in a section whose keys are handles.
  Handles handles(Section section) {
    return Handles.of(section, of(section), reading);
  }

  private void add(Section section, Field field) {
    if (!(field.value() instanceof Value.Mapping(_, var added))) {
      field.refuseForm("a mapping of " + section.key());
      return;
    }
    first.putIfAbsent(section, field);
    Map<String, Value.Member> known = members.computeIfAbsent(section, _ -> new LinkedHashMap<>());
    added.forEach((key, member) -> {
      Value.Member before = known.putIfAbsent(key, member);
      if (before != null) {
        refuseTwice(section.key() + "." + key, member, before);
      }
    });
  }

  private void refuseTwice(String path, Value.Member member, Value.Member before) {
    reading.note(
        new Mistake(
            Mistake.Kind.DUPLICATE,
            member.keyPlace(),
            path,
            "is declared twice",
            "remove one of the two; the first is at " + before.keyPlace()));
  }
}

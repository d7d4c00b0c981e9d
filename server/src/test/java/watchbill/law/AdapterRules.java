package watchbill.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Adapters are blind to each other and to the program that wires them; one of them alone may reach
/// out over HTTP.
///
/// An adapter is `adapter.<side>.<kind>`, with all that lies below it; or `adapter.<side>` itself,
/// for a side that has no kinds or keeps something for all of them.
record AdapterRules(String root) {
  /// The sides the world can be met from. A new one is a decision: write it down, then add it here.
  static final Set<String> SIDES =
      Set.of(
          "api",
          "billing",
          "calendar",
          "channel",
          "egress",
          "http",
          "identity",
          "ingest",
          "probe",
          "rule",
          "store",
          "system",
          "telemetry",
          "web");

  /// Who may use whom, in spite of the blindness. `*` stands for anything. Keep it short: each line
  /// is a coupling somebody pays for.
  private static final List<Allowance> ALLOWED =
      List.of(
          new Allowance("*", "http", "one server, one set of limits, one form of error"),
          new Allowance("*", "egress", "one client that reaches out, and its guards"),
          new Allowance("store.sqlite", "store.sql", "one SQL text for both databases"),
          new Allowance("store.postgres", "store.sql", "one SQL text for both databases"),
          new Allowance("ingest.*", "ingest", "one way to read what a sender wrote, and its key"),
          new Allowance("ingest.*", "ingest.line", "one set of rules for whatever comes as lines"),
          new Allowance("ingest.*", "ingest.mapping", "one mapping, for whoever sends any JSON"),
          new Allowance("channel.*", "channel", "one reading of answers, one cleaning of words"),
          new Allowance("web.*", "web", "one frame around every page"),
          new Allowance("web", "identity", "a page is for whoever is signed in"),
          new Allowance("web.*", "identity", "signing in and out, and links that act for somebody"),
          new Allowance("api", "identity", "a call is made by whoever is signed in"));

  private static final Set<String> SOCKETS =
      Set.of(
          "java.net.Socket",
          "java.nio.channels.SocketChannel",
          "javax.net.SocketFactory",
          "javax.net.ssl.SSLSocket",
          "javax.net.ssl.SSLSocketFactory");

  /// Adapters that are connected to. They may hold a socket that was accepted, and make none.
  private static final Set<String> LISTENERS = Set.of("ingest.syslog");

  private static final Set<String> MAKES_A_SOCKET =
      Set.of("<init>", "connect", "open", "createSocket");

  private record Allowance(String user, String used, String why) {
    boolean covers(String from, String to) {
      return used.equals(to)
          && (user.equals("*")
              || user.equals(from)
              || (user.endsWith(".*") && from.startsWith(user.substring(0, user.length() - 1))));
    }
  }

  ArchRule blindToEachOther() {
    return Faults.none(
        "not know other adapters",
        "to add or remove an adapter must touch that adapter alone. What two of them need is a rule"
            + " (core), a port (core), or part of adapter.http; a true exception goes into the"
            + " short list in law/AdapterRules.java with its reason",
        type -> faults(type, this::reachesAnother));
  }

  ArchRule blindToTheServer() {
    return Faults.none(
        "not know the program that wires them",
        "watchbill.server knows the adapters, so they must not know it. Settings are a record in"
            + " the adapter's own package, handed to its constructor",
        type -> faults(type, this::reachesTheServer));
  }

  ArchRule reachOutThroughEgress() {
    return Faults.none(
        "reach out through adapter.egress alone",
        "one client checks scheme, address and redirects for the whole product; a second one is the"
            + " hole an attacker looks for. Ask adapter.egress",
        this::reachesOut);
  }

  /// Packages of the server that the rules above would not look at.
  List<String> strayPackages(JavaClasses classes) {
    TreeSet<String> stray = new TreeSet<>();
    for (JavaClass type : classes) {
      String name = type.getPackageName();
      boolean known =
          (name + ".").startsWith(root + ".server.")
              || name.startsWith("gg.jte.generated")
              || SIDES.contains(sideOf(adapterOf(type)));
      if (!known) {
        stray.add(
            name
                + " is neither "
                + root
                + ".server nor "
                + root
                + ".adapter.<side>.<kind> with a side of "
                + new TreeSet<>(SIDES)
                + ": move it, or add the side in law/AdapterRules.java");
      }
    }
    return List.copyOf(stray);
  }

  /// `channel.ntfy` for a class in `watchbill.adapter.channel.ntfy.anything`; nothing for others.
  private String adapterOf(JavaClass type) {
    String adapters = root + ".adapter.";
    String name = type.getBaseComponentType().getPackageName();
    if (!name.startsWith(adapters)) {
      return "";
    }
    String[] parts = name.substring(adapters.length()).split("\\.", -1);
    return parts.length == 1 ? parts[0] : parts[0] + "." + parts[1];
  }

  private static String sideOf(String adapter) {
    return adapter.contains(".") ? adapter.substring(0, adapter.indexOf('.')) : adapter;
  }

  private List<String> faults(JavaClass type, Predicate<Dependency> isForbidden) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(isForbidden)
        .map(it -> it.getDescription())
        .toList();
  }

  private boolean reachesAnother(Dependency dependency) {
    String user = adapterOf(dependency.getOriginClass());
    String used = adapterOf(dependency.getTargetClass());
    return !user.isEmpty()
        && !used.isEmpty()
        && !user.equals(used)
        && ALLOWED.stream().noneMatch(it -> it.covers(user, used));
  }

  private boolean reachesTheServer(Dependency dependency) {
    String used = dependency.getTargetClass().getBaseComponentType().getPackageName() + ".";
    return !adapterOf(dependency.getOriginClass()).isEmpty() && used.startsWith(root + ".server.");
  }

  private List<String> reachesOut(JavaClass type) {
    if (adapterOf(type).equals("egress")) {
      return List.of();
    }
    boolean adapter = !adapterOf(type).isEmpty() && !LISTENERS.contains(adapterOf(type));
    List<String> clients =
        type.getDirectDependenciesFromSelf().stream()
            .filter(it -> isWayOut(it.getTargetClass().getBaseComponentType().getName(), adapter))
            .map(it -> it.getDescription())
            .toList();
    List<String> addresses =
        type.getAccessesFromSelf().stream()
            .filter(it -> it.getTargetOwner().getName().equals("java.net.URL"))
            .filter(it -> it.getName().startsWith("open") || it.getName().equals("getContent"))
            .map(it -> it.getDescription())
            .toList();
    List<String> made =
        type.getAccessesFromSelf().stream()
            .filter(it -> LISTENERS.contains(adapterOf(type)))
            .filter(it -> SOCKETS.contains(it.getTargetOwner().getName()))
            .filter(it -> MAKES_A_SOCKET.contains(it.getName()))
            .map(it -> it.getDescription())
            .toList();
    return Stream.of(clients, addresses, made).flatMap(List::stream).toList();
  }

  /// A client, for anybody; for an adapter, a bare socket too.
  private static boolean isWayOut(String type, boolean adapter) {
    return (adapter && SOCKETS.contains(type)) || isHttpClient(type);
  }

  private static boolean isHttpClient(String type) {
    return type.startsWith("java.net.http.")
        || type.startsWith("io.helidon.webclient.")
        || type.equals("java.net.HttpURLConnection")
        || type.equals("java.net.URLConnection");
  }
}

package watchbill.adapter.egress;

/// What came of the wish to connect. Unless it is [Open], nothing was sent.
public sealed interface Opening {
  record Open(Wire wire) implements Opening {}

  /// It may not be connected to, or it is not who it should be; asking again will not help.
  record Forbidden(String why) implements Opening {}

  /// Nobody is there now.
  record Unreachable(String why) implements Opening {}
}

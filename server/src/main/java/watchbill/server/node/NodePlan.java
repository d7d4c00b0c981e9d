package watchbill.server.node;

import java.net.URI;
import java.nio.file.Path;
import watchbill.server.config.ServerSettings;
import watchbill.server.config.Settings;

/// What one node is started with.
///
/// @param data the directory of its store
/// @param url the address people reach it by
/// @param demo whether the drawn phones are shown to anybody who asks, with their links
public record NodePlan(
    Settings settings, Path data, ServerSettings.Listen listen, URI url, boolean demo) {}

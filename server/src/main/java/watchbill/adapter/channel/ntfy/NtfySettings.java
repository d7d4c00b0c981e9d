package watchbill.adapter.channel.ntfy;

import java.net.URI;
import java.util.Optional;
import watchbill.kernel.Secret;

/// Which ntfy server pushes for us.
///
/// @param server its address: `https://ntfy.example.org`
/// @param token absent when it lets anybody publish
public record NtfySettings(URI server, Optional<Secret> token) {}

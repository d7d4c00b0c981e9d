package watchbill.adapter.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/// One address, who may use it, and what answers.
///
/// @param path as Helidon writes patterns: `/w/{token}`
/// @param bodyMax the largest body taken, in bytes; a larger one is answered 413
public record Route(
    Method method, String path, Permission permission, int bodyMax, Handler handler) {}

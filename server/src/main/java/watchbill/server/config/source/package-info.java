/// Configuration files as text: where each value stands, of what form it is, what is wrong with it.
///
/// Knows YAML and the environment, and nothing of people or rotas; what a value means is decided by
/// whoever reads it (`watchbill.server.config`).
///
/// Easy to get wrong: a mistake must not show a secret. A value that came out of the environment is
/// shown as it was written (`${SMTP_PASSWORD}`), a value that is secret is shown as `***`, and a
/// value of the wrong form is not shown at all, since it may be a secret in the wrong place. The
/// parser's own messages quote the line, so only their words and their place are used.
@NullMarked
package watchbill.server.config.source;

import org.jspecify.annotations.NullMarked;

/// What the program says about itself while it runs: one JSON object a line on standard error.
///
/// Not here: what happened to pages; that is the audit's.
///
/// Easy to get wrong: a log line is read by other programs and other people. No secret, and nothing
/// a sender wrote without being encoded.
@NullMarked
package watchbill.server.logging;

import org.jspecify.annotations.NullMarked;

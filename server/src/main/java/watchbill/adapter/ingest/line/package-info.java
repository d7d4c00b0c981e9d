/// What mail, syslog and OTLP logs share: lines of text, and the rules that make alerts of a few of
/// them.
///
/// Not here: how a line travels; each way in has a package of its own.
///
/// Easy to get wrong: whatever is not made an alert is counted, by the reason. And a rule is tried
/// on what strangers write, so its pattern must take linear time: never `java.util.regex`.
@NullMarked
package watchbill.adapter.ingest.line;

import org.jspecify.annotations.NullMarked;

/// Rules that make alerts of lines, tried in tables.
///
/// Easy to get wrong: a counterpart that waits must be told how long, and nothing here looks at the
/// real clock but to give up.
@NullMarked
package watchbill.adapter.ingest.line;

import org.jspecify.annotations.NullMarked;

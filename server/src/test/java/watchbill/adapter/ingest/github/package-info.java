/// GitHub's messages, by the files of cases beside the tests' resources.
///
/// Easy to get wrong: the cases were written after what GitHub documents; none is a recording.
@NullMarked
package watchbill.adapter.ingest.github;

import org.jspecify.annotations.NullMarked;

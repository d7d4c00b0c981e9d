/// GitLab's messages, by the files of cases beside the tests' resources.
///
/// Easy to get wrong: the cases were written after what GitLab documents; none is a recording.
@NullMarked
package watchbill.adapter.ingest.gitlab;

import org.jspecify.annotations.NullMarked;

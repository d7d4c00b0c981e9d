/// GitLab's webhooks: deployments and pipelines become changes, failed ones alerts where that is
/// asked for.
///
/// Not here: pushes, merge requests, jobs and all else GitLab can send. They are kept and mean
/// nothing.
///
/// Easy to get wrong: the secret comes as it is, in a header. It is hashed before the header is
/// kept, and the hashes are compared.
@NullMarked
package watchbill.adapter.ingest.gitlab;

import org.jspecify.annotations.NullMarked;

/// GitHub's webhooks: deployments and workflow runs become changes, failed ones alerts where that
/// is asked for.
///
/// Not here: pushes, pull requests and all else GitHub can send. They are kept and mean nothing.
///
/// Easy to get wrong: one deployment is told of again and again as it goes on, and an old one once
/// more (`inactive`) when the next has replaced it. That is no change.
@NullMarked
package watchbill.adapter.ingest.github;

import org.jspecify.annotations.NullMarked;

/// The one HTTP server: routes with their permissions, limits, problem documents.
///
/// Not here: any protocol of its own; those stand beside it and give it their routes.
///
/// Easy to get wrong: a body is limited before it is read, and a route says who may use it; one
/// that does not, does not start. An answer must be taken within seconds; one that is meant to flow
/// for longer has to say so to [Connections], or it is cut.
@NullMarked
package watchbill.adapter.http;

import org.jspecify.annotations.NullMarked;

/// Who and what there is: people, teams, services, integrations, as the configuration declares
/// them.
///
/// Not here: who is on duty (`rota`), whom to wake in which order (`escalation`).
///
/// Easy to get wrong: a catalog is a value. A change makes a new one with a new version; pages that
/// began under an older one keep what they need of it in their snapshot.
@NullMarked
package watchbill.catalog;

import org.jspecify.annotations.NullMarked;

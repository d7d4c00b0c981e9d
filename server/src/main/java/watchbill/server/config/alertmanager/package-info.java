/// Reads an `alertmanager.yml`, so that its routes, receivers, intervals and inhibitions go on to
/// count when Watchbill takes an Alertmanager's place.
///
/// Not here: what a route does to an alert (`watchbill.route`).
///
/// Easy to get wrong: what can't be mapped must be said and not dropped. A receiver's e-mail
/// address is one of those things: whom to wake is for a service's policy to say.
@NullMarked
package watchbill.server.config.alertmanager;

import org.jspecify.annotations.NullMarked;

/// Proves what an `alertmanager.yml` is taken to mean, and that what it means for nothing is said.
@NullMarked
package watchbill.server.config.alertmanager;

import org.jspecify.annotations.NullMarked;

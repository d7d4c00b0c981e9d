/// The contracts of all stores again, on a real PostgreSQL that is started once for all of them.
@NullMarked
package watchbill.adapter.store.postgres;

import org.jspecify.annotations.NullMarked;

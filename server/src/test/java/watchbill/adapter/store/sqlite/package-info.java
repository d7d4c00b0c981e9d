/// The contracts of the stores on a real file, and what a file can do to them.
@NullMarked
package watchbill.adapter.store.sqlite;

import org.jspecify.annotations.NullMarked;

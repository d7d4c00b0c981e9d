/// Parts of the SQL stores that need no database.
@NullMarked
package watchbill.adapter.store.sql;

import org.jspecify.annotations.NullMarked;

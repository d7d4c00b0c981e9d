/// Proves that nothing that is too old is kept, and that it goes in small turns.
@NullMarked
package watchbill.server.tidying;

import org.jspecify.annotations.NullMarked;

/// A package of the server that is neither adapter nor wiring.
@NullMarked
package watchbill.law.sin.surprise;

import org.jspecify.annotations.NullMarked;

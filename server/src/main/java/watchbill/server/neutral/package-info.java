/// Reads rotas in a neutral vocabulary, one JSON object a line, and says who is on duty.
///
/// It is how a team checks that a migrated rota answers as its old tool did. What is read becomes a
/// rota like any other, and `rota` answers: there are no rules of duty here.
///
/// Easy to get wrong: what is not understood must be refused. A field that is passed over gives an
/// answer that looks right.
@NullMarked
package watchbill.server.neutral;

import org.jspecify.annotations.NullMarked;

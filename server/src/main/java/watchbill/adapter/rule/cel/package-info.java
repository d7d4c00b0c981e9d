/// Rules in CEL, the Common Expression Language: typed, without loops, and always at an end.
///
/// It compiles what the configuration says, with line and column where it is wrong, and answers the
/// rules' questions. What follows from an answer is decided in `route`.
///
/// Easy to get wrong: a label that an alert does not have reads as an empty text. The library knows
/// a map only as one that fails there, so ours has every key; asking whether a key is in it would
/// always say yes, and is therefore not part of the language.
@NullMarked
package watchbill.adapter.rule.cel;

import org.jspecify.annotations.NullMarked;

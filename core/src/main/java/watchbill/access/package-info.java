/// Who may act, and how they prove it: sessions, one-time links, and signed passes.
///
/// Not here: roles per team and permissions; nor cookies and pages, which are the server's.
///
/// Easy to get wrong: only hashes of secrets are kept. A one-time link is good once, also when two
/// people press it in the same instant. A pass is for one purpose and one object, and it expires.
@NullMarked
package watchbill.access;

import org.jspecify.annotations.NullMarked;

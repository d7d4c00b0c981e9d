/// What each port promises, as tests: an interface `XContract` for each port `X`.
///
/// Whoever implements a port writes a test class that implements its contract and says where the
/// thing under test is to be had; the fakes of the testkit and the real adapters are held to the
/// same words.
///
/// Easy to get wrong: stores are used only inside a transaction, and each test needs fresh ones. A
/// test class that makes its `Transactions` in a field gets that from JUnit, which makes the class
/// anew for each test.
@NullMarked
package watchbill.testkit.contract;

import org.jspecify.annotations.NullMarked;

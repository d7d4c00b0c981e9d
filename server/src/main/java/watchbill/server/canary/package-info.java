/// Test messages by the real providers, once a day, to addresses that are there for them.
///
/// Not here: the test of our own way to the outbox (`server.watched`), which needs no provider.
///
/// Easy to get wrong: that a provider took a message does not mean that it arrived. What it does
/// not say is not claimed.
@NullMarked
package watchbill.server.canary;

import org.jspecify.annotations.NullMarked;

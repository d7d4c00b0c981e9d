package watchbill.route;

import java.util.Optional;

/// One rule.
///
/// @param when the condition; empty means every alert
/// @param then what follows
/// @param goesOn whether the rules behind it are asked, too
public record Rule(String name, Optional<Question<Boolean>> when, Effect then, boolean goesOn) {}

/// What every page of the browser shares: the frame around it, who reads it, how it says a state or
/// a time, and how a form comes back.
///
/// Each page stands in a package of its own below and knows none of the others. They decide
/// nothing: they read, submit a command, and show.
///
/// Easy to get wrong: all text from outside reaches the browser through a template, which escapes
/// it; an address from outside also needs a scheme from the list. Red is for what somebody must act
/// on now, and for nothing else.
@NullMarked
package watchbill.adapter.web;

import org.jspecify.annotations.NullMarked;

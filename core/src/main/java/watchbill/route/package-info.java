/// Which service an alert is for, how urgent it is, and which alerts are one page.
///
/// Pure: every function is told the time. Rules are asked through [watchbill.route.Question]; in
/// which language they are written is not known here. What becomes of the page is decided in
/// `escalation`.
///
/// Easy to get wrong: a rule never loses an alert. One that fails has said nothing, and the alert
/// goes where it would go without it; `never` keeps the alert and says why nobody is woken.
@NullMarked
package watchbill.route;

import org.jspecify.annotations.NullMarked;

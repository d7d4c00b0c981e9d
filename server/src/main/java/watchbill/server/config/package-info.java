/// What is declared in files: read, checked as a whole, and handed on as values.
///
/// Not here: the form of the files (`source`), flags and variables that win over them, and what a
/// channel does with its settings.
///
/// Easy to get wrong: all mistakes are reported at once, and one mistake only once. So a reader
/// that finds a mistake goes on with what is left; a handle whose contents are wrong still exists
/// for those who name it; and when a file could not be read, nothing is called missing.
@NullMarked
package watchbill.server.config;

import org.jspecify.annotations.NullMarked;

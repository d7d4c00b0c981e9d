/// The rules of Watchbill. Needs nothing but the language and the annotations that say what may be
/// null.
module watchbill.core {
  requires static transitive org.jspecify;

  exports watchbill.kernel;
}

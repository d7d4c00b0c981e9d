package watchbill.law.tidy;

/// One thing to mend: where it is, what is wrong with it, and what to do.
record Fault(String file, int line, String what) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
  }
}

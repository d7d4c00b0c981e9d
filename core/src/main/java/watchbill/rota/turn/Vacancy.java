package watchbill.rota.turn;

/// Why a layer has nobody, the least telling reason first.
public enum Vacancy {
  NO_LAYER("it has no layer for this role"),
  NOT_BEGUN("its first turn has not begun"),
  ENDED("it has ended"),
  BETWEEN("it is between two shifts"),
  OUTSIDE_HOURS("it is outside its hours"),
  EMPTY_SEAT("the seat whose turn it is is empty");

  private final String words;

  Vacancy(String words) {
    this.words = words;
  }

  public String inWords() {
    return words;
  }
}

"""The clock of a page, as a test sets it."""

from datetime import datetime

SHIFTED_DATE = """() => {
  const Real = Date;
  const shift = BEGIN - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Real.now() + shift]));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}"""


def begin_at(moment: datetime) -> str:
    """Return a function that lets a page's clock begin at a moment and go on from there."""
    return SHIFTED_DATE.replace("BEGIN", str(int(moment.timestamp() * 1000)))

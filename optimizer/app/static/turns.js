// One question at a time. Who asks while one is under way gets the answer to the next: the one under
// way may have been answered before what is asked about happened.
export function inTurns(ask) {
  let current = null;
  let next = null;

  function begin() {
    current = ask().catch(() => undefined).finally(() => {
      current = null;
    });
    return current;
  }

  return () => {
    if (!current) return begin();
    next ??= current.then(() => {
      next = null;
      return begin();
    });
    return next;
  };
}

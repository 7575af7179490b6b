/** A shorter absence is none, ms: a dialog of the browser, or a click beside the window. */
const shortestMs = 1_000;

/**
 * Tells when the page is no longer in front, with the moment on the clock of `performance.now()`, and when it is
 * again. Returns the end of it.
 */
export function watchAbsence({
  onLeft,
  onReturned,
}: {
  onLeft: (atMs: number) => void;
  onReturned: () => void;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAway = false;

  const look = () => {
    const inFront = !document.hidden && document.hasFocus();
    if (inFront) {
      clearTimeout(timer);
      timer = undefined;
      if (isAway) onReturned();
      isAway = false;
    } else if (!isAway && timer === undefined) {
      const atMs = performance.now();
      timer = setTimeout(() => {
        isAway = true;
        onLeft(atMs);
      }, shortestMs);
    }
  };
  window.addEventListener('blur', look);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('blur', look);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}

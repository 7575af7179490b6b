/** One small change to the reference that tests ought to notice. */
export type Mutant = {
  /** Its id in the instrumented program. */
  id: string;
  /** Path from `solution/`. */
  file: string;
  /** From 1, both. */
  line: number;
  column: number;
  /** Stryker's name for the kind of change. */
  mutator: string;
  /** What was changed into what: `limit > 0 → limit >= 0`. Names a mutant in challenge.yaml. */
  change: string;
};

/** Of a changed block, so much is shown, UTF-16 code units. */
const maxShown = 90;

/** The change as people read it and as the manifest names it: on one line, and not too long. */
export function describeChange(original: string, replacement: string): string {
  return `${shorten(original)} → ${shorten(replacement)}`;
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line;
}

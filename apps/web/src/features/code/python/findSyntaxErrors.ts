import { parser } from '@lezer/python';

/** Where a text is no Python: offsets from its beginning. */
export type SyntaxError = { from: number; to: number };

/** As many as help. A text that is something else altogether has one in each word. */
const maxErrors = 10;

/** Where the grammar cannot go on, first to last; each at least one character long. */
export function findSyntaxErrors(text: string): SyntaxError[] {
  const errors: SyntaxError[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && errors.length < maxErrors)
        errors.push({ from, to: Math.max(to, from + 1) });
    },
  });
  return errors;
}

/** Of one text, what is shown, UTF-16 code units: all that people may write. Counters what programs print. */
const maxLength = 4_000;
/** Its lines. Counters a text of nothing but line breaks, of which each takes a line of paper. */
const maxLines = 200;
/** Marks on one letter: more than any script needs. Counters towers that cover the lines above. */
const maxMarks = 4;

// oxlint-disable-next-line no-control-regex -- these are what it is about
const colours = /\u001b\[[0-9;]*m/g;
// oxlint-disable-next-line no-control-regex -- these are what it is about
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
/** What is not seen and turns text around it: marks, embeddings, overrides and isolates of direction, and fillers. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const towers = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');

/**
 * A text as a report shows it, on a page and on paper: what steers terminals, hides or turns the direction of its
 * surroundings is left out, and what is longer than people can write is cut.
 */
export function plainText(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replace(colours, '')
    .replace(controls, '')
    .replace(unseen, '')
    .replace(towers, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const lines = plain.split('\n');
  const short = lines.length > maxLines ? `${lines.slice(0, maxLines).join('\n')}…` : plain;
  return short.length > maxLength ? `${short.slice(0, maxLength - 1).toWellFormed()}…` : short;
}

/** The same with all texts in it made plain. */
export function withPlainTexts<Value>(value: Value): Value;
export function withPlainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map((one: unknown) => withPlainTexts(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPlainTexts(one)]));
}

const unprintable =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is replaced
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of the code under judgement as a terminal may show it: no escape sequences, no change of direction.
 * Line ends and tabs stay.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

export function indent(text: string, by: string): string {
  return text.replaceAll(/^(?=.)/gm, by);
}

import { personColours } from '@assay/contracts/live';

/** The class of a person's selections. It is chosen by the colour's number: no text of anybody's reaches a style. */
export function personClass(colour: string): string {
  const index = personColours.findIndex((candidate) => candidate === colour);
  return `assay-person-${Math.max(0, index)}`;
}

let adopted = false;

/** Gives the page the colours behind `personClass`. The editor takes classes for its decorations and no styles. */
export function adoptPersonSheet(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  const rules = personColours.map(
    (colour, index) =>
      `.assay-person-${index} { background: color-mix(in srgb, ${colour} 28%, transparent); }`,
  );
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets.push(sheet);
}

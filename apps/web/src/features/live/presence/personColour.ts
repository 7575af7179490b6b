import { personColours } from '@assay/contracts/live';
import { contrastRatio } from '#theme/contrastRatio.ts';

const [firstColour] = personColours;
const [black, white] = ['#000000', '#ffffff'];

/** A person's colour, and the ink that can be read on it. Whatever else the roster says is not taken for a colour. */
export function personColour(colour: string): { colour: string; ink: string } {
  const known = personColours.find((candidate) => candidate === colour) ?? firstColour;
  const ink = contrastRatio(known, white) >= contrastRatio(known, black) ? white : black;
  return { colour: known, ink };
}

/** The same as properties of an element's style: `--person` and `--person-ink`. */
export function personStyle(colour: string): React.CSSProperties {
  const { colour: known, ink } = personColour(colour);
  return { '--person': known, '--person-ink': ink } as React.CSSProperties;
}

import { styleText } from 'node:util';

type Colour = 'red' | 'green' | 'yellow' | 'dim' | 'bold';

/** Colours `text` when `stream` is a terminal that wants colours; honours NO_COLOR and FORCE_COLOR. */
export function style(
  colour: Colour,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(colour, text, { stream });
}

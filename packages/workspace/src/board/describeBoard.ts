import type { BoardElement } from './boardElement.ts';

/** What a diagram says, a line for each text and each arrow: "Orders", "Orders → Queue", "Orders → Queue: publishes". */
export function describeBoard(elements: readonly BoardElement[]): string[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const words = (element: BoardElement | undefined): string => {
    if (element === undefined) return 'something';
    if (element.type === 'text') return inOneLine(element.text);
    const label = element.boundElements
      ?.map(({ id }) => byId.get(id))
      .find((bound) => bound?.type === 'text');
    return label?.type === 'text' ? inOneLine(label.text) : names[element.type];
  };
  return elements.flatMap((element) => {
    if (element.type === 'text')
      return element.containerId === null || byId.get(element.containerId)?.type !== 'arrow'
        ? [words(element)]
        : [];
    if (element.type !== 'arrow') return [];
    const { startBinding, endBinding } = element;
    if (startBinding === null && endBinding === null) return [];
    const ends = [startBinding, endBinding].map((end) =>
      end === null ? 'nothing' : words(byId.get(end.elementId)),
    );
    const label = words(element);
    return [`${ends.join(' → ')}${label === names.arrow ? '' : `: ${label}`}`];
  });
}

const names: Record<BoardElement['type'], string> = {
  rectangle: 'a rectangle',
  diamond: 'a diamond',
  ellipse: 'an ellipse',
  line: 'a line',
  arrow: 'an arrow',
  freedraw: 'a stroke',
  text: 'a text',
  frame: 'a frame',
};

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

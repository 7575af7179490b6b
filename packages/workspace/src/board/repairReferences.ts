import type { BoardElement } from './boardElement.ts';

type Elements = ReadonlyMap<string, BoardElement>;

/** What an arrow can hold on to. */
const bindable = new Set(['rectangle', 'diamond', 'ellipse', 'text', 'frame']);
/** What can have a text inside. */
const containers = new Set(['rectangle', 'diamond', 'ellipse', 'arrow']);

/** The elements without references to what is not there, or cannot be meant: a text inside of itself, say. */
export function repairReferences(elements: Elements): BoardElement[] {
  return [...elements.values()].map((element) => {
    const common = {
      frameId: isFrameOf(element, elements) ? element.frameId : null,
      boundElements:
        element.boundElements?.filter(distinct).filter(({ id, type }) => {
          const bound = elements.get(id);
          return bound !== undefined && bound.id !== element.id && bound.type === type;
        }) ?? null,
    };
    switch (element.type) {
      case 'text':
        return { ...element, ...common, containerId: containerOf(element, elements) };
      case 'line':
      case 'arrow':
        return {
          ...element,
          ...common,
          startBinding: bindingOf(element.startBinding, elements),
          endBinding: bindingOf(element.endBinding, elements),
        };
      case 'rectangle':
      case 'diamond':
      case 'ellipse':
      case 'freedraw':
      case 'frame':
        return { ...element, ...common };
    }
  });
}

function distinct({ id }: { id: string }, index: number, all: readonly { id: string }[]): boolean {
  return all.findIndex((other) => other.id === id) === index;
}

function isFrameOf({ type, frameId }: BoardElement, elements: Elements): boolean {
  return frameId !== null && type !== 'frame' && elements.get(frameId)?.type === 'frame';
}

/** The element that a text stands in. Both name each other; of two texts in one element the first counts. */
function containerOf(
  { id, containerId }: BoardElement & { type: 'text' },
  elements: Elements,
): string | null {
  const container = containerId === null ? undefined : elements.get(containerId);
  if (container === undefined || !containers.has(container.type)) return null;
  const inside = container.boundElements?.find(({ type }) => type === 'text');
  return inside?.id === id ? container.id : null;
}

function bindingOf<Binding extends { elementId: string }>(
  binding: Binding | null,
  elements: Elements,
): Binding | null {
  const bound = binding === null ? undefined : elements.get(binding.elementId);
  return bound !== undefined && bindable.has(bound.type) ? binding : null;
}

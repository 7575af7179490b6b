import type { ExcalidrawElementSkeleton } from '@excalidraw/excalidraw/data/transform';
import { tokens } from '#theme/tokens.ts';

export type BoardShape =
  | 'service'
  | 'queue'
  | 'database'
  | 'cache'
  | 'user'
  | 'balancer'
  | 'external';

/** What is drawn is the same in each scheme: the whiteboard turns its colours itself. */
const { ink, accentTint, goldTint, goodTint, warnTint, badTint, sunken } = tokens.normal.light;
const [width, height] = [160, 80];

/** The parts of each shape, the lowest first; the one with the label is what arrows hold on to. */
const parts: Record<BoardShape, { name: string; parts: ExcalidrawElementSkeleton[] }> = {
  service: { name: 'Service', parts: [box('Service', accentTint, { roundness: { type: 3 } })] },
  queue: {
    name: 'Queue',
    parts: [box('Queue', goldTint), ...[130, 140, 150].map((x) => line([x, 0], [x, height]))],
  },
  database: {
    name: 'Database',
    parts: [
      disc(height - 14),
      box('Database', goodTint, { strokeColor: 'transparent' }),
      line([0, 0], [0, height]),
      line([width, 0], [width, height]),
      disc(-14),
    ],
  },
  cache: {
    name: 'Cache',
    parts: [
      box('Cache', warnTint, { roundness: { type: 3 } }),
      line([24, 14], [14, 42], [26, 42], [16, 68]),
    ],
  },
  user: {
    name: 'User',
    parts: [
      {
        ...base(sunken),
        type: 'ellipse',
        x: 0,
        y: 60,
        width: 100,
        height: 56,
        label: label('User'),
      },
      { ...base(sunken), type: 'ellipse', x: 26, y: 0, width: 48, height: 48 },
    ],
  },
  balancer: {
    name: 'Load balancer',
    parts: [
      {
        ...base(accentTint),
        type: 'diamond',
        x: 0,
        y: 0,
        width: 200,
        height: 120,
        label: label('Load\nbalancer'),
      },
    ],
  },
  external: {
    name: 'External API',
    parts: [box('External API', badTint, { strokeStyle: 'dashed', roundness: { type: 3 } })],
  },
};

/** The shapes in the order in which they are offered. */
export const boardShapes = Object.entries(parts).map(([shape, { name }]) => ({
  shape: shape as BoardShape,
  name,
}));

/** A shape of back-end diagrams with its upper left corner at 0, 0, to be moved and copied as one. */
export function drawShape(shape: BoardShape): ExcalidrawElementSkeleton[] {
  const group = shape + Math.random().toString(36).slice(2);
  const drawn = parts[shape].parts;
  if (drawn.length === 1) return drawn;
  return drawn.map((part) => ({ ...part, groupIds: [group] }));
}

function base(backgroundColor: string) {
  return { strokeColor: ink, backgroundColor, fillStyle: 'solid', roughness: 1 } as const;
}

function label(text: string) {
  return { text, fontSize: 20, strokeColor: ink };
}

function box(text: string, background: string, changes: object = {}): ExcalidrawElementSkeleton {
  return {
    ...base(background),
    type: 'rectangle',
    x: 0,
    y: 0,
    width,
    height,
    label: label(text),
    ...changes,
  };
}

/** The top or the bottom of a cylinder. */
function disc(y: number): ExcalidrawElementSkeleton {
  return { ...base(goodTint), type: 'ellipse', x: 0, y, width, height: 28 };
}

type Point = [x: number, y: number];

function line(...points: Point[]): ExcalidrawElementSkeleton {
  const [[x, y] = [0, 0]] = points;
  const relative = points.map(([px, py]): Point => [px - x, py - y]);
  // oxlint-disable-next-line typescript/no-explicit-any, typescript/no-unsafe-assignment -- its points have a brand that only its own code can give
  return { ...base('transparent'), type: 'line', x, y, points: relative as any };
}

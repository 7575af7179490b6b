import { z } from 'zod';
import { isOrderKey } from './orderKey.ts';

/** Points of one line or stroke. */
const maxPoints = 8_000;
/** UTF-16 code units of one text. */
const maxTextLength = 10_000;
/** Scene units. Counters elements so far away or so large that drawing them never ends. */
const maxDistance = 1_000_000;
const maxSize = 20_000;

const distance = z.number().min(-maxDistance).max(maxDistance);
const size = z.number().min(-maxSize).max(maxSize);
const point = z.tuple([distance, distance]);
/** Ids are keys of plain objects in Excalidraw, where `constructor` is always there. */
const id = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .refine((name) => !(name in Object.prototype));
const colour = z.string().regex(/^(#[0-9a-f]{3,8}|[a-z]{1,30})$/i);

const common = {
  id,
  x: distance,
  y: distance,
  width: size,
  height: size,
  angle: z.number().min(-100).max(100),
  strokeColor: colour,
  backgroundColor: colour,
  fillStyle: z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag']),
  // Thinner lines would fill a large shape with more hatches than can be drawn.
  strokeWidth: z.number().min(0.5).max(50),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']),
  roundness: z
    .object({ type: z.int().min(1).max(3), value: z.number().min(0).max(maxSize).optional() })
    .nullable(),
  roughness: z.number().min(0).max(5),
  opacity: z.number().min(0).max(100),
  seed: z.int(),
  version: z.int().min(1),
  versionNonce: z.int().min(0),
  index: z.string().refine(isOrderKey),
  isDeleted: z.literal(false),
  groupIds: z.array(id).max(20),
  frameId: id.nullable(),
  boundElements: z
    .array(z.object({ id, type: z.enum(['arrow', 'text']) }))
    .max(500)
    .nullable(),
  updated: z.number(),
  link: z
    .string()
    .max(2_000)
    .nullable()
    .transform((link) => (link !== null && /^https?:\/\//i.test(link) ? link : null)),
  locked: z.boolean(),
};

const binding = z
  .object({
    elementId: id,
    focus: z.number().min(-100).max(100),
    gap: z.number().min(0).max(maxSize),
    fixedPoint: z.tuple([z.number().min(-100).max(100), z.number().min(-100).max(100)]).nullish(),
  })
  .nullable();
const arrowhead = z
  .enum([
    'arrow',
    'bar',
    'dot',
    'circle',
    'circle_outline',
    'triangle',
    'triangle_outline',
    'diamond',
    'diamond_outline',
    'crowfoot_one',
    'crowfoot_many',
    'crowfoot_one_or_many',
  ])
  .nullable();
const linear = {
  ...common,
  points: z.array(point).min(2).max(maxPoints),
  // Only of use to who draws the line right now.
  lastCommittedPoint: z.unknown().transform(() => null),
  startBinding: binding,
  endBinding: binding,
  startArrowhead: arrowhead,
  endArrowhead: arrowhead,
};

const BoardElement = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.enum(['rectangle', 'diamond', 'ellipse']) }),
  z.object({ ...linear, type: z.literal('line') }),
  z.object({
    ...linear,
    type: z.literal('arrow'),
    elbowed: z.boolean().default(false),
    fixedSegments: z
      .array(z.object({ start: point, end: point, index: z.int().min(0).max(maxPoints) }))
      .max(100)
      .nullish(),
    startIsSpecial: z.boolean().nullish(),
    endIsSpecial: z.boolean().nullish(),
  }),
  z.object({
    ...common,
    type: z.literal('freedraw'),
    points: z.array(point).min(1).max(maxPoints),
    pressures: z.array(z.number().min(0).max(1)).max(maxPoints),
    simulatePressure: z.boolean(),
    lastCommittedPoint: z.unknown().transform(() => null),
  }),
  z.object({
    ...common,
    type: z.literal('text'),
    text: z.string().min(1).max(maxTextLength),
    originalText: z.string().max(maxTextLength),
    fontSize: z.number().min(1).max(1_000),
    fontFamily: z.int().min(1).max(100),
    lineHeight: z.number().min(0.5).max(5),
    textAlign: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom']),
    containerId: id.nullable(),
    autoResize: z.boolean(),
  }),
  z.object({ ...common, type: z.literal('frame'), name: z.string().max(200).nullable() }),
]);
/** What may stand on a whiteboard: Excalidraw's elements, without those that bring foreign pages and pictures. */
export type BoardElement = z.infer<typeof BoardElement>;

/** An element out of a shared document, as far as it is one. What is not known of it is left out. */
export function parseElement(value: unknown): BoardElement | undefined {
  const parsed = BoardElement.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

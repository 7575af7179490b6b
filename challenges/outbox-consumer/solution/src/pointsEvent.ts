import { z } from 'zod';

const PointsEvent = z
  .object({
    memberId: z.string().min(1).max(50),
    sequence: z.int().min(1).max(1_000_000),
    type: z.enum(['earned', 'spent']),
    points: z.int().min(1).max(1_000_000),
  })
  .transform(({ type, points, ...event }) => ({
    ...event,
    /** Above 0 if earned, below 0 if spent. */
    points: type === 'earned' ? points : -points,
  }));
export type PointsEvent = z.infer<typeof PointsEvent>;

/** The event in a message's text, if there is one. */
export function parsePointsEvent(text: string): PointsEvent | undefined {
  try {
    return PointsEvent.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

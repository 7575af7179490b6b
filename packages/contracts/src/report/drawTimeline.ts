import type { ReportTimeline } from '#http/report/report.ts';

/** What a colour stands for; whoever draws knows which one it is. */
export type ShapeTone = 'ink' | 'faint' | 'line' | 'accent' | 'away' | 'good' | 'bad';

/** Something to draw, in the units of its picture, from its upper left corner on. */
export type Shape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; tone: ShapeTone }
  | { kind: 'dot'; x: number; y: number; radius: number; tone: ShapeTone }
  | { kind: 'text'; x: number; y: number; size: number; text: string; tone: ShapeTone; end?: true };

/** A picture of so many units, that whoever draws it scales to the width that there is. */
export type TimelinePicture = { width: number; height: number; shapes: Shape[] };

const width = 720;
const labels = 84;
const right = 6;
const band = 14;
const bars = 44;
const lane = 18;
const axis = 16;
const lanes = [
  { kind: 'run', name: 'Runs' },
  { kind: 'paste', name: 'Pastes' },
  { kind: 'pause', name: 'Pauses' },
] as const;

/** A step between two ticks, minutes: the first that gives no more than seven of them. */
const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1_440];

/**
 * How the work went, as shapes: bars for changes, a lane each for runs, pastes and long pauses, tinted stretches in
 * which the page was not in front, and minutes since the start below.
 */
export function drawTimeline({
  from,
  until,
  activity,
  marks,
  away,
}: ReportTimeline): TimelinePicture {
  const fromMs = Date.parse(from);
  const lengthMs = Math.max(1, Date.parse(until) - fromMs);
  const plot = width - labels - right;
  const place = (at: string) =>
    labels + Math.min(1, Math.max(0, (Date.parse(at) - fromMs) / lengthMs)) * plot;
  const floor = band + bars;
  const height = floor + lanes.length * lane + axis;
  const shapes: Shape[] = [];

  for (const one of away) {
    const x = place(one.from);
    const wide = place(one.until) - x;
    shapes.push({ kind: 'box', x, y: 0, width: wide, height: height - axis, tone: 'away' });
    if (wide > 28)
      shapes.push({ kind: 'text', x: x + 3, y: 2, size: 9, text: 'Away', tone: 'faint' });
  }

  const most = activity.reduce((one, other) => Math.max(one, other), 1);
  const step = plot / Math.max(1, activity.length);
  activity.forEach((changes, index) => {
    if (changes === 0) return;
    // The root keeps a quiet minute visible beside a busy one.
    const tall = Math.sqrt(changes / most) * bars;
    const x = labels + index * step + step * 0.12;
    shapes.push({
      kind: 'box',
      x,
      y: floor - tall,
      width: step * 0.76,
      height: tall,
      tone: 'accent',
    });
  });
  shapes.push({ kind: 'text', x: 0, y: floor - 12, size: 10, text: 'Changes', tone: 'ink' });
  shapes.push({ kind: 'box', x: 0, y: floor, width, height: 0.6, tone: 'line' });

  lanes.forEach(({ kind, name }, index) => {
    const y = floor + index * lane;
    const own = marks.filter((mark) => mark.kind === kind);
    const text = `${name} ${own.length}`;
    shapes.push({ kind: 'text', x: 0, y: y + 4, size: 10, text, tone: 'ink' });
    for (const { at, tone } of own) {
      const x = place(at);
      if (tone === 'good') shapes.push({ kind: 'dot', x, y: y + lane / 2, radius: 3.4, tone });
      else
        shapes.push({
          kind: 'box',
          x: x - 1.6,
          y: y + 4.5,
          width: 3.2,
          height: 9,
          tone: tone ?? 'ink',
        });
    }
    shapes.push({ kind: 'box', x: 0, y: y + lane, width, height: 0.6, tone: 'line' });
  });

  const minutes = lengthMs / 60_000;
  const every = steps.find((one) => minutes / one <= 7) ?? Math.ceil(minutes / 7);
  for (let minute = 0; minute <= minutes; minute += every) {
    const x = labels + (minute / minutes) * plot;
    shapes.push({ kind: 'box', x, y: height - axis, width: 0.6, height: 4, tone: 'line' });
    const text = minute === 0 ? '0 min' : String(minute);
    shapes.push({ kind: 'text', x: x + 3, y: height - 11, size: 9, text, tone: 'faint' });
  }
  return { width, height, shapes };
}

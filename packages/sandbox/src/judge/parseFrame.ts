import { RunnerFrame } from '#runner/frames.ts';

/** One line of a runner's; `undefined` for what is no frame. Throws nothing, whatever the line is. */
export function parseFrame(line: string): RunnerFrame | undefined {
  try {
    return RunnerFrame.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

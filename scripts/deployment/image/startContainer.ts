import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Image, insideImage } from './insideImage.ts';

export type Container = {
  /** All that it has printed. */
  output(): string;
  /** Ends it and all that it has started. */
  stop(): Promise<void>;
};

/** Starts what an image's CMD says, with `env` beside the image's own. */
export async function startContainer(
  image: Image,
  env: Record<string, string>,
): Promise<Container> {
  const started = { ...image, env: { ...image.env, ...env } };
  const [program, ...args] = await insideImage(started, image.command, { building: false });
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  return {
    output: () => output,
    stop: async () => {
      // Its process namespace ends with it.
      child.kill('SIGKILL');
      await ended;
    },
  };
}

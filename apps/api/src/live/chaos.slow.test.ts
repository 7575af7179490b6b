import { expect, it } from '@jest/globals';
import { LiveServer } from '#testing/chaos/LiveServer.ts';
import { runChaos } from '#testing/chaos/runChaos.ts';

it('comes to the log’s document within 3 s of quiet, whatever was lost, doubled, late, cut or killed', async () => {
  const server = await LiveServer.start();
  try {
    for (const { seed, problems, faults, cuts, written } of await runChaos(server, [1, 2, 3, 4])) {
      expect({ seed, problems }).toEqual({ seed, problems: [] });
      expect(Math.min(faults, cuts, written)).toBeGreaterThan(0);
    }
  } finally {
    await server.close();
  }
}, 120_000);

import { describe, expect, it } from '@jest/globals';
import { learnIds, withIds } from '#context/workContext.ts';
import { createLogger } from './createLogger.ts';

function logged(work: (logger: ReturnType<typeof createLogger>) => Promise<void> | void) {
  const lines: string[] = [];
  const logger = createLogger(
    { name: 'test', level: 'info' },
    { write: (line) => lines.push(line) },
  );
  return Promise.resolve(work(logger)).then(() =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  );
}

describe('the log', () => {
  it('has the ids of the work on each of its lines, also after a pause and beside other work', async () => {
    const lines = await logged(async (logger) => {
      const work = (requestId: string) =>
        withIds({ requestId }, async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          learnIds({ attemptId: `attempt of ${requestId}` });
          await withIds({ submissionId: 's' }, async () => logger.info('inside'));
          logger.info('after');
        });
      await Promise.all([work('one'), work('two')]);
      logger.info('outside');
    });
    const of = (id: string) => lines.filter(({ requestId }) => requestId === id);
    for (const id of ['one', 'two'])
      expect(of(id)).toEqual([
        expect.objectContaining({
          attemptId: `attempt of ${id}`,
          submissionId: 's',
          msg: 'inside',
        }),
        expect.not.objectContaining({ submissionId: 's' }),
      ]);
    expect(lines.at(-1)).not.toHaveProperty('requestId');
  });

  it('takes what a line says of itself before what its work is for, and says it once', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'info' }, { write: (line) => lines.push(line) });
    withIds({ submissionId: 'of the work' }, () =>
      logger.info({ submissionId: 'of the line' }, 'x'),
    );
    expect(lines.join('').match(/submissionId/g)).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ submissionId: 'of the line' });
  });
});

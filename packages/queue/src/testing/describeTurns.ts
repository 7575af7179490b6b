import { randomUUID } from 'node:crypto';
import { defaultLimits } from '@assay/contracts/verdict';
import { describe, expect, it } from '@jest/globals';
import type { Consumer, Queues } from '#queues.ts';
import type { JobOwner } from '#turns.ts';

type Opened = { queues(): Queues; started(consumer: Consumer): Promise<Consumer> };

/** In which order every back end must judge. Counts places in that order, which no machine's speed changes. */
export function describeTurns({ queues, started }: Opened): void {
  describe('in turns', () => {
    const job = () => ({ challengeHash: 'a'.repeat(64), seed: 7, files: {} });

    /** Enqueues a submission under a name, by which the order is told. */
    async function send(name: string, owner: JobOwner): Promise<string> {
      const submissionId = `${name}/${randomUUID()}`;
      await queues().enqueueJudge({ ...job(), submissionId, suite: 'public' }, owner);
      return submissionId;
    }

    /** Judges one after the other until `count` are; answers their names. */
    async function judge(count: number, after = async (_name: string) => {}): Promise<string[]> {
      const order: string[] = [];
      const done = Promise.withResolvers<void>();
      const note = async (id: string) => {
        const [name = ''] = id.split('/');
        order.push(name);
        await after(name);
        if (order.length === count) done.resolve();
      };
      await started(
        queues().consumeJudge(({ submissionId }) => note(submissionId), {
          concurrency: 1,
          explore: ({ explorationId }) => note(explorationId),
          practise: ({ practiceId }) => note(practiceId),
          runTogether: ({ liveRunId }) => note(liveRunId),
          rejudge: ({ rejudgeId }) => note(rejudgeId),
        }),
      );
      await done.promise;
      return order;
    }

    const groupOf =
      (name: string) =>
      (person: number | string): JobOwner => ({
        group: name,
        person: `${name}-${person}`,
      });
    const places = (order: string[], name: string) =>
      order.flatMap((one, place) => (one === name ? [place] : []));

    it('keeps an assessment waiting for as many of another as it sends itself', async () => {
      const [noisy, quiet] = [groupOf(randomUUID()), groupOf(randomUUID())];
      for (let person = 0; person < 40; person += 1) await send('noisy', noisy(person));
      for (let person = 0; person < 3; person += 1) await send('quiet', quiet(person));
      const order = await judge(43);
      expect(places(order, 'quiet')).toEqual([1, 3, 5]);
    });

    it('keeps a candidate waiting for one run at a time of another who sends many', async () => {
      const people = groupOf(randomUUID());
      for (let run = 0; run < 30; run += 1) await send('noisy', people('noisy'));
      for (let person = 0; person < 3; person += 1) await send('quiet', people(person));
      const order = await judge(33);
      expect(places(order, 'quiet')).toEqual([2, 4, 6]);
    });

    it('gives an assessment two places a round at most, however many send much in it', async () => {
      const [noisy, quiet] = [groupOf(randomUUID()), groupOf(randomUUID())];
      for (let run = 0; run < 4; run += 1)
        for (let person = 0; person < 8; person += 1) await send('noisy', noisy(person));
      for (let person = 0; person < 4; person += 1) await send('quiet', quiet(person));
      const order = await judge(36);
      places(order, 'quiet').forEach((place, index) =>
        expect(place - index).toBeLessThanOrEqual(2 * (index + 1)),
      );
    });

    it('starves nobody when a quiet one comes back as soon as it was judged', async () => {
      const [first, second] = [groupOf(randomUUID()), groupOf(randomUUID())];
      for (let person = 0; person < 20; person += 1) await send('first', first(person));
      await send('second', second(0));
      let sent = 1;
      const order = await judge(35, async (name) => {
        if (name === 'second' && sent < 15) await send('second', second(sent++));
      });
      expect(places(order.slice(0, 30), 'second').length).toBeGreaterThanOrEqual(14);
      expect(places(order.slice(0, 30), 'first').length).toBeGreaterThanOrEqual(14);
    });

    it('takes live runs, explorations and practice among submissions, then copies, then what is judged once more', async () => {
      const limits = { suite: 'hidden' as const, limits: defaultLimits };
      for (let count = 0; count < 3; count += 1)
        await queues().enqueueRejudge({
          ...job(),
          ...limits,
          kind: 'rejudge',
          rejudgeId: `batch/${randomUUID()}`,
        });
      const practice = { ...job(), suite: 'hidden' as const };
      await queues().enqueuePractice({ ...practice, practiceId: `copy/${randomUUID()}` }, 'last');
      const session = groupOf(randomUUID());
      await send('submission', groupOf(randomUUID())(1));
      await queues().enqueueLiveRun(
        {
          ...job(),
          liveRunId: `live/${randomUUID()}`,
          work: { kind: 'tests', suite: 'public' },
        },
        session(1),
      );
      const steps = [{ kind: 'sql' as const, text: 'select 1' }];
      await queues().enqueueExplore(
        { ...job(), explorationId: `exploration/${randomUUID()}`, steps },
        groupOf(randomUUID())(1),
      );
      await queues().enqueuePractice(
        { ...practice, practiceId: `practice/${randomUUID()}` },
        groupOf(randomUUID())(1),
      );
      expect(await judge(8)).toEqual([
        'submission',
        'live',
        'exploration',
        'practice',
        'copy',
        'batch',
        'batch',
        'batch',
      ]);
    });

    it('says how many are taken before a job, and takes nobody’s turn for what waits already', async () => {
      const [noisy, quiet] = [groupOf(randomUUID()), groupOf(randomUUID())];
      const ids: string[] = [];
      for (let run = 0; run < 6; run += 1) ids.push(await send(`noisy${run}`, noisy(run % 4)));
      for (let again = 0; again < 5; again += 1)
        await queues().enqueueJudge(
          { ...job(), submissionId: ids[0] ?? '', suite: 'public' },
          noisy(0),
        );
      for (let run = 0; run < 3; run += 1) ids.push(await send(`quiet${run}`, quiet(run)));
      const told = await Promise.all(ids.map((id) => queues().countAhead(id)));
      expect(await queues().countAhead(randomUUID())).toBeUndefined();
      const order = await judge(9);
      expect(ids.map((id) => order.indexOf(id.split('/')[0] ?? ''))).toEqual(told);
    });

    it('tells every process when a job has ended, so that waiting can be estimated', async () => {
      let ended = 0;
      await started(queues().onJudgeDone(() => (ended += 1)));
      for (let run = 0; run < 3; run += 1) await send('run', groupOf(randomUUID())(run));
      await judge(3);
      while (ended < 3) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(ended).toBe(3);
    });
  });
}

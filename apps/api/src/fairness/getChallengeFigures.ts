import type { ChallengeFigures } from '@assay/contracts/http';
import {
  countChallenge,
  countTests,
  findChallenge,
  listMeasuredVersions,
  measureTime,
  type TestCounts,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { minimum } from '#statistics/minimum.ts';
import { correlationFigure, shareFigure } from './figures.ts';
import { byOddness, remarkOnTest } from './remarkOnTest.ts';

export const getFiguresRoute = routes.author.getFigures
  .use(asStaff)
  .handler(async ({ input, context: { services } }) => {
    return unwrap(await getChallengeFigures(services, input)).figures;
  });

async function getChallengeFigures(
  { db, challenges }: Services,
  { slug, version }: { slug: string; version?: string | undefined },
): Promise<{ ok: true; figures: ChallengeFigures } | Refusal> {
  const found = await findChallenge(db, slug);
  if (found === undefined) return notFound;
  const { manifest } = await challenges.get(found.headHash);
  const versions = (await listMeasuredVersions(db, slug)).map((one) => ({
    ...one,
    isNewest: one.hash === found.headHash,
  }));
  const hash = version ?? usualVersion(versions) ?? found.headHash;
  const measured = { slug, hash };
  const counts = await countChallenge(db, measured);
  const { timed, quartiles } = await measureTime(db, measured);
  const tests = await countTests(db, measured);
  const [low, median, high] = quartiles ?? [];
  return {
    ok: true,
    figures: {
      slug,
      title: manifest.title,
      minutes: manifest.minutes,
      versions,
      version: hash,
      ended: counts.ended,
      unfinished: shareFigure(counts.unfinished, counts.ended),
      solved: shareFigure(counts.solved, counts.judged),
      discrimination: correlationFigure(counts.correlation, counts.compared),
      time: {
        n: timed,
        needed: minimum.share,
        ...(timed >= minimum.share &&
          low !== undefined &&
          median !== undefined &&
          high !== undefined && { quartiles: { low, median, high } }),
      },
      tests: tests.map((test) => presentTest(test, counts.judged)).sort(byOddness),
    },
  };
}

/** The newest version, if attempts have ended with it; else the one that most have ended with. */
function usualVersion(versions: ChallengeFigures['versions']): string | undefined {
  return (versions.find(({ isNewest }) => isNewest) ?? versions[0])?.hash;
}

function presentTest(test: TestCounts, judged: number): ChallengeFigures['tests'][number] {
  const figures = {
    name: test.name,
    passed: shareFigure(test.passed, judged),
    notReached: shareFigure(judged - test.reached, judged),
    discrimination: correlationFigure(test.correlation, test.complete),
  };
  const remark = remarkOnTest(figures);
  return { ...figures, ...(remark && { remark }) };
}

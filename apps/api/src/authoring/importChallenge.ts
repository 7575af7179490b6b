import { readPacked } from '@assay/challenges';
import { unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { keepFirst, keepNext } from './keepVersion.ts';
import { loadAuthored } from './loadAuthored.ts';
import { readSent } from './readSent.ts';

/** Takes a challenge in from an archive: as a new one, or as a new version of the one that it names. */
export const importChallengeRoute = routes.author.importChallenge
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { fileName, archive, replaces } = input;
    const { db, now } = services;
    const bytes = Buffer.from(archive, 'base64');
    const { challenge } = unwrap(await readSent(() => readPacked(bytes, fileName)));
    const note = `Imported from ${fileName}`;
    const kept = { challenge, note, member, at: now(), action: 'challenge.imported' } as const;
    const outcome = await db.transaction((tx) =>
      replaces === undefined ? keepFirst(tx, kept) : keepNext(tx, replaces, kept),
    );
    unwrap(outcome);
    return loadAuthored(db, challenge.judged.slug, member);
  });

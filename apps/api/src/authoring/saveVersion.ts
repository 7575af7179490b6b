import { readChallenge } from '@assay/challenges';
import { unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { keepNext } from './keepVersion.ts';
import { loadAuthored } from './loadAuthored.ts';
import { readSent } from './readSent.ts';

/** Keeps files as the newest version of a challenge. New invitations get it once it has passed the gate. */
export const saveVersionRoute = routes.author.saveVersion
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { slug, files, note, basedOn } = input;
    const { db, now } = services;
    const { challenge } = unwrap(await readSent(() => readChallenge(slug, files)));
    const kept = { challenge, note, member, at: now(), action: 'challenge.saved' } as const;
    unwrap(await db.transaction((tx) => keepNext(tx, basedOn, kept)));
    return loadAuthored(db, slug, member);
  });

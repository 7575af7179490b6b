import { readChallenge, scaffoldChallenge } from '@assay/challenges';
import { unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { keepFirst } from './keepVersion.ts';
import { loadAuthored } from './loadAuthored.ts';
import { readSent } from './readSent.ts';

/** Makes a challenge as `assay challenge new` does; nobody is asked it before it has passed the gate. */
export const createChallengeRoute = routes.author.createChallenge
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { slug, port, ...essentials } = input;
    const { db, now } = services;
    const files = await scaffoldChallenge(port, essentials);
    const { challenge } = unwrap(await readSent(() => readChallenge(slug, files)));
    const kept = { challenge, note: '', member, at: now(), action: 'challenge.created' } as const;
    unwrap(await db.transaction((tx) => keepFirst(tx, kept)));
    return loadAuthored(db, slug, member);
  });

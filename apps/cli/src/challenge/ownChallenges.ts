import { fileURLToPath } from 'node:url';

/** The folder of the challenges that come with the program. */
export const ownChallenges = fileURLToPath(new URL('../../../../challenges', import.meta.url));

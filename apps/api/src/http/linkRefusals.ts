import { refusal } from './refusal.ts';

/** The answers for personal links that lead nowhere, of candidates and of live sessions alike. */
export const linkUnknown = refusal(
  'LINK_UNKNOWN',
  404,
  'We do not know this link. Check that it is complete.',
);
export const linkExpired = refusal(
  'LINK_EXPIRED',
  410,
  'This link has expired. Ask the person who sent it for a new one.',
);

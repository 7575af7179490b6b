import type { Response } from 'express';

export const candidateCookie = 'assay_candidate';
/** Of whoever opened a personal link to a live session. */
export const liveCookie = 'assay_live';

/** Gives the browser its session: out of reach of scripts, and sent on top-level navigation only from elsewhere. */
export function setSessionCookie(
  response: Response,
  publicUrl: string,
  name: typeof candidateCookie | typeof liveCookie,
  token: string,
  expiresAt: Date,
): void {
  response.cookie(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    expires: expiresAt,
  });
}

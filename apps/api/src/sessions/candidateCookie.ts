import type { Response } from 'express';

export const candidateCookie = 'assay_candidate';

/** Gives the browser its session: out of reach of scripts, and sent on top-level navigation only from elsewhere. */
export function setCandidateCookie(
  response: Response,
  publicUrl: string,
  token: string,
  expiresAt: Date,
): void {
  response.cookie(candidateCookie, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    expires: expiresAt,
  });
}

import { derivedToken } from '#sessions/secretToken.ts';

/**
 * The token of an invitation's link. It can be made again by whoever has the installation's secret, so that a mail
 * can carry it later, and lies nowhere: the database has its hash (decision 82).
 */
export const invitationToken = (
  secret: string,
  { id, link }: { id: string; link: number },
): string => derivedToken(secret, `invitation: ${id} ${link}`);

export const invitationLink = (publicUrl: string, token: string): string =>
  `${publicUrl}/c/${token}`;

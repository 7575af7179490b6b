/** Why a personal link, of a candidate's or of a live session, leads nowhere. */
export const linkErrors = {
  LINK_UNKNOWN: { status: 404, message: 'We do not know this link. Check that it is complete.' },
  LINK_EXPIRED: {
    status: 410,
    message: 'This link has expired. Ask the person who sent it for a new one.',
  },
} as const;

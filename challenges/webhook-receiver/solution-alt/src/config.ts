/** The secrets that the locker network signs with: the new one, and the one that it replaces. */
export const signingSecrets = ['whsec_Lq2dN8vJ5tRb', 'whsec_X0kPz7mWc3Ga'];

/** What somebody wrote the starter with, and what prepared files are added by: no person to follow. */
export const isPerson = (author: string): boolean => author !== 'server';

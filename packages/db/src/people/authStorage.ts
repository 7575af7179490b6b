import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import type { Database } from '#connection/database.ts';
import { accountTable, sessionTable, verificationTable } from './signInTable.ts';
import { userTable } from './userTable.ts';

/** The tables of people, as better-auth's `database` option wants them. */
export function authStorage(db: Database) {
  return drizzleAdapter(db, {
    provider: 'pg',
    transaction: true,
    schema: {
      user: userTable,
      session: sessionTable,
      account: accountTable,
      verification: verificationTable,
    },
  });
}

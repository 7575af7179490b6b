import { index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';
import { userTable } from './userTable.ts';

const userId = () =>
  text()
    .notNull()
    .references(() => userTable.id, { onDelete: 'cascade' });

/** Sessions of staff, as better-auth keeps them. */
export const sessionTable = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: userId(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (session) => [index().on(session.userId)],
);

/** Ways to prove who one is (a password's hash, an account elsewhere), as better-auth keeps them. */
export const accountTable = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: userId(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (account) => [
    index().on(account.userId),
    unique('accounts_one_member_each').on(account.providerId, account.accountId),
  ],
);

/** One-time sign-in links, hashed, as better-auth keeps them. */
export const verificationTable = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (verification) => [index().on(verification.identifier)],
);

import type { ApiToken } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { formatAge } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import classes from './Tokens.module.css';

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString([], { dateStyle: 'medium' });

const columns: Column<ApiToken>[] = [
  {
    title: 'Name',
    cell: ({ name, start }) => (
      <>
        <b>{name}</b>
        <div className={`${table.faint} code`}>{start}…</div>
      </>
    ),
  },
  {
    title: 'Scopes',
    cell: ({ scopes }) => (
      <ul className={classes.scopes}>
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    ),
  },
  { title: 'Acts as', look: ['soft'], cell: ({ member }) => member.name },
  {
    title: 'Last used',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ lastUsedAt }) =>
      lastUsedAt === undefined ? 'Never' : `${formatAge(Date.now() - Date.parse(lastUsedAt))} ago`,
  },
  { title: 'Ends', look: ['soft', 'tight', 'numbers'], cell: describeEnd },
];

/** Tokens, those that ended in quieter words. */
export function TokenTable({
  rows,
  onRevoke,
}: {
  rows: ApiToken[] | undefined;
  onRevoke: (token: ApiToken) => void;
}) {
  const actions: Column<ApiToken> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (token) =>
      token.state === 'active' ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`Revoke ${token.name}`}
          onClick={() => onRevoke(token)}
        >
          Revoke
        </Button>
      ) : null,
  };
  return (
    <StaffTable columns={[...columns, actions]} rows={rows} keyOf={({ id }) => id} outline={2} />
  );
}

function describeEnd({ state, expiresAt, revokedAt }: ApiToken): string {
  if (state === 'revoked') return `Revoked ${day(revokedAt ?? expiresAt)}`;
  return state === 'expired' ? `Expired ${day(expiresAt)}` : day(expiresAt);
}

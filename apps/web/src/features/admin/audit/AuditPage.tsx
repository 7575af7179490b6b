import type { AuditEntry } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { IconChevronRight, IconListSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { useListFilters } from '#app/useListFilters.ts';
import { AuditFilters } from './AuditFilters.tsx';
import classes from './AuditPage.module.css';
import { addressOf, describeAction, describeDetail } from './describeAction.ts';

const columns: Column<AuditEntry>[] = [
  {
    title: 'When',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ at }) => new Date(at).toLocaleString(),
  },
  {
    title: 'Who',
    look: ['tight'],
    cell: (row) => (
      <>
        {nameActor(row)}
        {row.token === undefined ? null : (
          <div className={table.faint}>by the token {row.token.name ?? row.token.id}</div>
        )}
      </>
    ),
  },
  {
    title: 'What',
    cell: ({ action }) => (
      <>
        <b>{describeAction(action)}</b>
        <div className={`${table.faint} code`}>{action}</div>
      </>
    ),
  },
  { title: 'To what', look: ['soft'], cell: (row) => <Subject row={row} /> },
  {
    title: 'Facts',
    look: ['soft'],
    className: classes.detail,
    cell: ({ detail }) => describeDetail(detail),
  },
];

/** Who did what to what, when. */
export function AuditPage() {
  const filters = useListFilters();
  const { search, words, set, clear } = filters;
  const after = search.get('after') ?? undefined;
  const chosen = {
    who: search.get('who') ?? undefined,
    domain: search.get('area') ?? undefined,
    subject: search.get('subject') ?? undefined,
    from: search.get('from') ?? undefined,
    to: search.get('to') ?? undefined,
    search: words === '' ? undefined : words,
  };
  const input = Object.fromEntries(
    Object.entries({ ...chosen, after }).filter(([, value]) => value !== undefined),
  );
  const log = useQuery(
    api.admin.searchAudit.queryOptions({ input, placeholderData: keepPreviousData }),
  );
  const next = log.data?.next;
  return (
    <StaffPage
      title="Log of actions"
      lead="Who did what to what. Entries are written with what they tell of, nobody can change them, and they hold ids, neither names nor work."
      wide
    >
      <AuditFilters filters={filters} domains={log.data?.domains ?? []} />
      <FetchedList
        query={log}
        rows={log.data?.rows}
        empty={
          <Notice
            icon={<IconListSearch size={20} stroke={1.6} />}
            title="No entry is like this"
            actions={[{ label: 'Show all', onClick: clear }]}
          >
            Words are looked for at their beginning, in the action, in ids and in the facts, and in
            names of members and candidates.
          </Notice>
        }
      >
        <StaffTable columns={columns} rows={log.data?.rows} keyOf={({ id }) => String(id)} />
      </FetchedList>
      <Group component="nav" aria-label="Pages" justify="flex-end" gap={8} mt={12}>
        {after === undefined ? null : (
          <Button size="xs" variant="default" onClick={() => set('after', undefined)}>
            Newest
          </Button>
        )}
        {next === undefined ? null : (
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronRight size={14} />}
            onClick={() => set('after', next)}
          >
            Older
          </Button>
        )}
      </Group>
    </StaffPage>
  );
}

function nameActor({ actor, actorName }: AuditEntry): string {
  if (actor === 'system') return 'Assay itself';
  if (actorName !== undefined)
    return actor.startsWith('candidate:') ? `${actorName}, candidate` : actorName;
  return actor.startsWith('participant:') ? 'A guest of a session' : 'A former member';
}

function Subject({ row: { subject, subjectName, page } }: { row: AuditEntry }) {
  const to = page === undefined ? undefined : addressOf(page);
  const name = subjectName ?? subject;
  const className = subjectName === undefined ? `${classes.subject} code` : classes.subject;
  return to === undefined ? (
    <span className={className} title={subject}>
      {name}
    </span>
  ) : (
    <Link to={to} className={className} title={subject}>
      {name}
    </Link>
  );
}

import type { AuthorRow } from '@assay/contracts/http';
import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconBooks, IconFileImport, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { FilterRow } from '#app/FilterRow.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { SearchField } from '#app/SearchField.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { useListFilters } from '#app/useListFilters.ts';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { proofs } from '#features/author/ProofBadge.tsx';
import classes from './ChallengesPage.module.css';
import { ChallengeTable } from './ChallengeTable.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NewChallengeDialog } from './NewChallengeDialog.tsx';

const levels: AuthorRow['level'][] = ['junior', 'mid', 'senior', 'staff'];
const states: AuthorRow['proof'][] = ['passed', 'failed', 'none'];

/** The library of challenges. Filters and page are in the address bar. */
export function ChallengesPage() {
  const filters = useListFilters();
  const { search, words, set, clear } = filters;
  const level = levels.find((known) => known === search.get('level'));
  const proof = states.find((known) => known === search.get('proof'));
  const retired = search.get('proof') === 'retired';
  const [dialog, setDialog] = useState<'new' | 'import'>();
  const isFiltered = level !== undefined || proof !== undefined || retired || words !== '';
  const page = pageOf(search);
  const challenges = useQuery(
    api.author.listChallenges.queryOptions({
      input: {
        page,
        ...(level && { level }),
        ...(proof && { proof }),
        ...(retired && { retired: 'true' }),
        ...(words && { search: words }),
      },
      placeholderData: keepPreviousData,
    }),
  );

  return (
    <StaffPage
      title="Challenges"
      lead="What candidates are asked. Open one to read it as they do, edit it, and verify that its tests can be trusted."
      action={
        <Group gap={8}>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} stroke={1.7} />}
            onClick={() => setDialog('import')}
          >
            Import
          </Button>
          <Button
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={() => setDialog('new')}
          >
            New challenge
          </Button>
        </Group>
      }
    >
      <FilterRow>
        <SearchField w={260} by="title or skill" filters={filters} />
        <SegmentedControl
          aria-label="Level"
          size="sm"
          value={level ?? 'all'}
          onChange={(value) => set('level', value === 'all' ? undefined : value)}
          data={[
            { value: 'all', label: 'All levels' },
            ...levels.map((value) => ({ value, label: levelNames[value] })),
          ]}
        />
        <Select
          aria-label="State"
          w={168}
          allowDeselect={false}
          value={retired ? 'retired' : (proof ?? 'all')}
          onChange={(value) => set('proof', value === 'all' || value === null ? undefined : value)}
          data={[
            { value: 'all', label: 'Any state' },
            ...states.map((value) => ({ value, label: proofs[value].word })),
            { value: 'retired', label: 'Retired' },
          ]}
        />
        {challenges.data ? (
          <span className={`${classes.count} numbers`} role="status">
            {challenges.data.total === 1 ? '1 challenge' : `${challenges.data.total} challenges`}
          </span>
        ) : null}
      </FilterRow>
      <FetchedList
        query={challenges}
        rows={challenges.data?.rows}
        empty={
          <Notice
            icon={<IconBooks size={20} stroke={1.6} />}
            title={isFiltered ? 'No challenge matches these filters' : 'No challenges yet'}
            actions={
              isFiltered
                ? [{ label: 'Show all', onClick: clear }]
                : [{ label: 'New challenge', onClick: () => setDialog('new') }]
            }
          >
            {isFiltered ? (
              'Try fewer words, or another level.'
            ) : (
              <>
                Make the first one, or import it from another installation. What is in the folder{' '}
                <code className="code">challenges/</code> comes with the next start.
              </>
            )}
          </Notice>
        }
      >
        <ChallengeTable rows={challenges.data?.rows} />
      </FetchedList>
      {challenges.data ? <Pager {...challenges.data} /> : null}
      <NewChallengeDialog opened={dialog === 'new'} onClose={() => setDialog(undefined)} />
      <ImportDialog opened={dialog === 'import'} onClose={() => setDialog(undefined)} />
    </StaffPage>
  );
}

import {
  type AssessmentDraft,
  type DraftChallenge,
  maxAssessmentChallenges,
  type OfferedChallenge,
} from '@assay/contracts/http';
import { Button, Group, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import cards from '#app/Cards.module.css';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { ChallengeRow } from './ChallengeRow.tsx';
import type { FieldProps } from '#features/admin/fieldProps.ts';
import { sumOfMinutes } from './tidyDraft.ts';

/** The challenges in their order, and their clocks. */
export function ChallengeFields({
  draft,
  disabled,
  problems,
  onChange,
  offered,
  titleOf,
}: FieldProps<AssessmentDraft> & {
  /** What can be added; unknown while it is fetched. */
  offered: OfferedChallenge[] | undefined;
  titleOf: (slug: string) => string;
}) {
  const { challenges, clockMode } = draft;
  const [adding, setAdding] = useState<string | null>(null);
  const taken = new Set(challenges.map(({ slug }) => slug));
  const free = offered?.filter(({ slug }) => !taken.has(slug)) ?? [];
  const find = (slug: string) => offered?.find((one) => one.slug === slug);
  const authorsSum = challenges.reduce((sum, { slug }) => sum + (find(slug)?.minutes ?? 0), 0);
  const put = (list: DraftChallenge[]) => onChange({ challenges: list });

  return (
    <section className={cards.card} aria-labelledby="challenges">
      <h2 id="challenges">Challenges</h2>
      <p className={cards.lead}>
        In the order in which candidates see them. New invitations get the newest verified version
        of each; whoever is invited keeps theirs.
      </p>
      <ol className={cards.list}>
        {challenges.map((challenge, index) => (
          <ChallengeRow
            key={challenge.slug}
            challenge={challenge}
            title={titleOf(challenge.slug)}
            offered={find(challenge.slug)}
            isOffered={offered === undefined || find(challenge.slug) !== undefined}
            ownClock={clockMode === 'separate'}
            disabled={disabled}
            place={{ index, count: challenges.length }}
            onChange={(changed) =>
              put(challenges.map((one) => (one.slug === challenge.slug ? changed : one)))
            }
            onMove={(by) => put(moved(challenges, index, by))}
            onRemove={() => put(challenges.filter(({ slug }) => slug !== challenge.slug))}
          />
        ))}
      </ol>
      {disabled || challenges.length >= maxAssessmentChallenges ? null : (
        <Group gap={8} align="flex-end" mb={16}>
          <Select
            flex={1}
            label={challenges.length === 0 ? 'First challenge' : 'One more'}
            placeholder="Search by title or skill"
            searchable
            error={problems.get('challenges')}
            nothingFoundMessage="No such challenge"
            data={free.map(({ slug, title, level, minutes }) => ({
              value: slug,
              label: `${title} (${levelNames[level].toLowerCase()}, ${minutes} min)`,
            }))}
            filter={({ options, search }) => {
              const words = search.toLowerCase();
              return options.filter(
                (option) =>
                  'value' in option &&
                  `${option.label} ${find(option.value)?.skills.join(' ') ?? ''}`
                    .toLowerCase()
                    .includes(words),
              );
            }}
            value={adding}
            onChange={setAdding}
          />
          <Button
            variant="default"
            disabled={adding === null}
            onClick={() => {
              if (adding === null) return;
              const minutes = find(adding)?.minutes ?? 45;
              put([...challenges, { slug: adding, minutes }]);
              setAdding(null);
            }}
          >
            Add
          </Button>
        </Group>
      )}
      <Stack gap={12}>
        <Radio.Group
          label="Clock"
          value={clockMode}
          onChange={(value) =>
            onChange(
              value === 'separate'
                ? {
                    clockMode: 'separate',
                    challenges: challenges.map((challenge) => ({
                      minutes: find(challenge.slug)?.minutes ?? 45,
                      ...challenge,
                    })),
                  }
                : { clockMode: 'total' },
            )
          }
        >
          <Stack gap={10} mt={8}>
            <Radio
              value="total"
              disabled={disabled}
              label="One for everything"
              description="Candidates share their time out as they like."
            />
            <Radio
              value="separate"
              disabled={disabled}
              label="One for each challenge"
              description="Each starts when its candidate opens it. They may rest in between."
            />
          </Stack>
        </Radio.Group>
        {clockMode === 'total' ? (
          <WholeNumberInput
            styles={{ wrapper: { width: 220 } }}
            label="Time"
            description={
              authorsSum > 0
                ? `The challenges' authors think of ${authorsSum} in all.`
                : 'For all challenges together.'
            }
            suffix=" minutes"
            min={5}
            max={720}
            disabled={disabled}
            value={draft.minutes}
            error={problems.get('minutes')}
            fallback={60}
            onChange={(value) => onChange({ minutes: value })}
          />
        ) : (
          <p className={`${cards.lead} numbers`}>{sumOfMinutes(draft)} minutes in all.</p>
        )}
      </Stack>
    </section>
  );
}

function moved(list: DraftChallenge[], index: number, by: -1 | 1): DraftChallenge[] {
  const one = list[index];
  if (one === undefined) return list;
  const rest = list.toSpliced(index, 1);
  return rest.toSpliced(index + by, 0, one);
}

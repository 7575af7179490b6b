import type { DraftChallenge, OfferedChallenge } from '@assay/contracts/http';
import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { CriteriaEditor } from '#features/live/list/plan/CriteriaEditor.tsx';
import classes from './ChallengeRow.module.css';

/** One challenge of an assessment: its place, its time, and what it is scored by. */
export function ChallengeRow({
  challenge,
  title,
  offered,
  isOffered,
  ownClock,
  disabled,
  place,
  onChange,
  onMove,
  onRemove,
}: {
  challenge: DraftChallenge;
  title: string;
  offered: OfferedChallenge | undefined;
  isOffered: boolean;
  ownClock: boolean;
  disabled: boolean;
  place: { index: number; count: number };
  onChange: (challenge: DraftChallenge) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { rubric, ...plain } = challenge;
  const own = rubric !== undefined;
  return (
    <li>
      <div className={classes.head}>
        <b>
          {place.index + 1}. {title}
        </b>
        {ownClock ? (
          <WholeNumberInput
            w={110}
            size="xs"
            aria-label={`Minutes of ${title}`}
            suffix=" min"
            min={5}
            max={240}
            disabled={disabled}
            value={challenge.minutes ?? offered?.minutes ?? 45}
            fallback={5}
            onChange={(value) => onChange({ ...challenge, minutes: value })}
          />
        ) : null}
        {disabled ? null : (
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              aria-label={`Move ${title} up`}
              disabled={place.index === 0}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={`Move ${title} down`}
              disabled={place.index === place.count - 1}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon variant="subtle" aria-label={`Take ${title} out`} onClick={onRemove}>
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          </Group>
        )}
      </div>
      {offered ? (
        <p className={classes.facts}>
          {levelNames[offered.level]}, {offered.minutes} min by its author.{' '}
          {offered.skills.join(' · ')}
        </p>
      ) : null}
      {isOffered ? null : (
        <p className={classes.gone}>
          It is retired or not verified: a new version of this assessment cannot have it.
        </p>
      )}
      {own ? (
        <Stack gap={8} mt={8}>
          <CriteriaEditor
            rubric={rubric}
            disabled={disabled}
            onChange={(changed) => onChange({ ...plain, rubric: changed })}
          />
          {disabled ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => onChange(plain)}
            >
              Score by the challenge’s own rubric again
            </Button>
          )}
        </Stack>
      ) : (
        <p className={classes.facts}>
          Scored by its own rubric{offered ? `: ${titlesOf(offered)}.` : '.'}{' '}
          {disabled || offered === undefined ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChange({ ...challenge, rubric: offered.rubric })}
            >
              Change it for this assessment
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

const titlesOf = ({ rubric }: OfferedChallenge): string =>
  rubric.map(({ title }) => title).join(', ');

import type { KitRow, OfferedChallenge, RoleDraft } from '@assay/contracts/http';
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import cards from '#app/Cards.module.css';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { blankAssessment } from '#features/admin/assessments/blankAssessment.ts';
import { keepDraftFor } from '#features/admin/useKeptDraft.ts';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import classes from './SuggestedAssessment.module.css';
import { skillsOf, suggestChallenges } from './suggestChallenges.ts';

/** The challenges that ask most of what a role asks, in a time that somebody chooses, and what they leave out. */
export function SuggestedAssessment({
  draft,
  roleId,
  offered,
  kits,
}: {
  draft: RoleDraft;
  /** Of the saved role; absent while there are changes that are not. */
  roleId: string | undefined;
  /** Unknown while they are fetched. */
  offered: OfferedChallenge[] | undefined;
  kits: KitRow[];
}) {
  const navigate = useNavigate();
  const [minutes, setMinutes] = useState(120);
  const found = offered && suggestChallenges(draft, offered, minutes);
  const use = () => {
    if (found === undefined) return;
    const { title, organisation } = draft;
    keepDraftFor('assessment/new', 0, {
      ...blankAssessment,
      title,
      organisation,
      roleId,
      minutes: found.minutes,
      challenges: found.challenges.map(({ challenge }) => ({
        slug: challenge.slug,
        minutes: challenge.minutes,
      })),
    });
    void navigate('/admin/assessments/new');
  };
  const names = (need: 'must' | 'nice') =>
    (found?.uncovered ?? [])
      .filter((skill) => skill.need === need)
      .map(({ name }) => {
        const asking = kits.filter((kit) => skillsOf(kit, draft).includes(name));
        return asking.length === 0
          ? name
          : `${name} (${asking.map(({ title }) => title).join(', ')})`;
      });
  const [missingMusts, missingNices] = [names('must'), names('nice')];
  return (
    <section className={cards.card} aria-labelledby="suggested">
      <h2 id="suggested">Suggested assessment</h2>
      <p className={cards.lead}>
        Challenges of this level, or one beside it, that ask most of the must-haves’ weight, then of
        the rest.
      </p>
      <WholeNumberInput
        mb={12}
        styles={{ wrapper: { width: 160 } }}
        label="In at most"
        suffix=" minutes"
        min={10}
        max={480}
        step={15}
        value={minutes}
        fallback={120}
        onChange={setMinutes}
      />
      {draft.skills.length === 0 ? (
        <p className={cards.lead}>Add skills, and it appears here.</p>
      ) : found === undefined ? (
        <Skeleton height={96} />
      ) : (
        <>
          <ol className={classes.challenges}>
            {found.challenges.map(({ challenge, skills }) => (
              <li key={challenge.slug}>
                <b>{challenge.title}</b>
                <span className="numbers">
                  {levelNames[challenge.level]}, {challenge.minutes} min
                </span>
                <p>{skills.join(' · ')}</p>
              </li>
            ))}
          </ol>
          <p className={classes.sum}>
            {found.challenges.length === 0
              ? 'No challenge of this level asks for any of these skills in this time.'
              : `${found.minutes} minutes. It asks for ${found.coveredPercent} % of the weight of all skills.`}
          </p>
          {missingMusts.length > 0 ? (
            <p className={classes.missing}>
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
              <span>
                <b>Must-haves that it does not assess:</b> {missingMusts.join(', ')}.
              </span>
            </p>
          ) : (
            <p className={classes.all}>
              <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" />
              <span>It assesses every must-have.</span>
            </p>
          )}
          {missingNices.length > 0 ? (
            <p className={classes.sum}>
              Nice-to-haves that it does not assess: {missingNices.join(', ')}.
            </p>
          ) : null}
          <Button
            variant="default"
            mt={8}
            disabled={found.challenges.length === 0 || roleId === undefined}
            onClick={use}
          >
            Make it an assessment
          </Button>
          {roleId === undefined ? (
            <p className={classes.sum}>Save the role first; the assessment is then for it.</p>
          ) : null}
        </>
      )}
    </section>
  );
}

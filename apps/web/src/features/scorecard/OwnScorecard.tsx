import type { Scorecard, ScoredCriterion } from '@assay/contracts/http';
import { Alert, Button, Checkbox, Group, Modal, Radio, Text, Textarea } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import { CriterionCard } from '#features/review/rubric/CriterionCard.tsx';
import { DraftStatus } from '#features/review/rubric/DraftStatus.tsx';
import { MissingList } from '#features/review/rubric/MissingList.tsx';
import { missingScores } from './missingScores.ts';
import { recommendations } from './recommendations.ts';
import classes from './Scorecard.module.css';
import { type ScorecardTarget, useScorecardDraft } from './useScorecardDraft.ts';

/** The scorecard that one fills while talking: a level and a note for each criterion, and a recommendation. */
export function OwnScorecard({
  own,
  target,
  evidence,
  notYet,
}: {
  own: Scorecard;
  target: ScorecardTarget;
  /** What else there is to look at before one decides on a criterion. */
  evidence?: (criterion: ScoredCriterion) => ReactNode;
  /** Why it cannot be submitted yet. */
  notYet?: string | undefined;
}) {
  const form = useRef<HTMLElement>(null);
  const { draft, state, change, changeScore, submission, submit } = useScorecardDraft(target, own);
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const missing = missingScores(own.criteria, draft);
  const lackOf = (key: string) => {
    const lacks = tried ? missing.find((item) => item.key === key)?.lacks : undefined;
    return lacks === undefined ? undefined : `It lacks ${lacks}.`;
  };
  const goTo = (key: string) =>
    form.current?.querySelector<HTMLElement>(`[id="${CSS.escape(idOf(key))}"]`)?.focus();

  return (
    <section ref={form} aria-label="My scorecard">
      <p className={classes.remark}>
        Yours alone until you submit it. <DraftStatus state={state} />
      </p>
      {own.criteria.map((criterion, index) => {
        const score = draft.scores.find((one) => one.criterion === criterion.key);
        const isFirst = own.criteria[index - 1]?.group !== criterion.group;
        return (
          <div key={criterion.key}>
            {isFirst ? <h3 className={classes.group}>{criterion.group}</h3> : null}
            <CriterionCard
              id={idOf(criterion.key)}
              criterion={criterion}
              draft={score && { score: score.level, note: score.note }}
              missing={lackOf(criterion.key)}
              onChange={({ score: level, note }) =>
                changeScore(criterion.key, {
                  ...(level !== undefined && { level, unobserved: false }),
                  ...(note !== undefined && { note }),
                })
              }
            >
              {evidence?.(criterion)}
              <Checkbox
                size="xs"
                mb={8}
                label="Could not be seen"
                aria-label={`${criterion.title} could not be seen`}
                checked={score?.unobserved ?? false}
                onChange={({ currentTarget: { checked } }) =>
                  changeScore(criterion.key, {
                    unobserved: checked,
                    ...(checked && { level: null }),
                  })
                }
              />
            </CriterionCard>
          </div>
        );
      })}
      <div className={classes.recommendation}>
        <Radio.Group
          id={idOf('recommendation')}
          tabIndex={-1}
          label="Recommendation"
          value={draft.recommendation ?? ''}
          onChange={(value) =>
            change({
              recommendation: recommendations.find((one) => one.value === value)?.value ?? null,
            })
          }
          error={lackOf('recommendation')}
        >
          <div className={classes.choices}>
            {recommendations.map(({ value, label }) => (
              <Radio key={value} size="xs" value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          mt={12}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4_000}
          label="What it rests on"
          value={draft.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
      </div>
      <footer className={classes.foot}>
        {tried ? (
          <MissingList
            missing={missing}
            describe={({ title, lacks }) => `${title} lacks ${lacks}`}
            onGo={({ key }) => goTo(key)}
          />
        ) : null}
        {submission.isError ? (
          <Alert color="red" mb={8} role="alert">
            {describeProblem(submission.error).message} Your scorecard is kept as a draft.
          </Alert>
        ) : null}
        {notYet === undefined ? null : <Text size="xs">{notYet}</Text>}
        <Button
          fullWidth
          size="xs"
          disabled={notYet !== undefined}
          loading={submission.isPending}
          onClick={() => {
            setTried(true);
            if (missing.length === 0) setConfirming(true);
          }}
        >
          Submit scorecard
        </Button>
      </footer>
      <Modal
        opened={confirming}
        onClose={() => setConfirming(false)}
        title="Submit this scorecard?"
        size={420}
      >
        <Text>
          It can no longer be changed after this. Others see it once they have submitted theirs, and
          you see those of others who have.
        </Text>
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" onClick={() => setConfirming(false)}>
            Keep as draft
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              setConfirming(false);
              void submit();
            }}
          >
            Submit scorecard
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

function idOf(key: string): string {
  return `scorecard-${key.replaceAll(/\W+/g, '-')}`;
}

import type { Scorecard } from '@assay/contracts/http';
import type { NotesEntry } from '@assay/contracts/live';
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Radio,
  Text,
  Textarea,
  UnstyledButton,
} from '@mantine/core';
import { useRef, useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import type { SessionSpan } from '#features/live/rail/sessionTime.ts';
import { CriterionCard } from '#features/review/rubric/CriterionCard.tsx';
import { DraftStatus } from '#features/review/rubric/DraftStatus.tsx';
import { CriterionEvidence } from './CriterionEvidence.tsx';
import { missingScores } from './missingScores.ts';
import { recommendations } from './recommendations.ts';
import classes from './Scorecard.module.css';
import { useScorecardDraft } from './useScorecardDraft.ts';

/** The scorecard that one fills while talking: a level and a note for each criterion, and a recommendation. */
export function OwnScorecard({
  sessionId,
  own,
  entries,
  span,
}: {
  sessionId: string;
  own: Scorecard;
  entries: readonly NotesEntry[];
  span: SessionSpan;
}) {
  const form = useRef<HTMLElement>(null);
  const { draft, state, change, changeScore, submission, submit } = useScorecardDraft(
    sessionId,
    own,
  );
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const missing = missingScores(own.criteria, draft);
  const lackOf = (key: string) => {
    const lacks = tried ? missing.find((item) => item.key === key)?.lacks : undefined;
    return lacks === undefined ? undefined : `It lacks ${lacks}.`;
  };
  const goTo = (key: string) =>
    form.current?.querySelector<HTMLElement>(`[id="${CSS.escape(idOf(key))}"]`)?.focus();
  const hasStarted = span.startedAt !== undefined;

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
              <CriterionEvidence criterion={criterion} entries={entries} span={span} />
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
        {tried && missing.length > 0 ? (
          <div className={classes.missing} role="alert">
            <b>
              {missing.length === 1
                ? 'One thing is missing:'
                : `${missing.length} things are missing:`}
            </b>
            <ul>
              {missing.map(({ key, title, lacks }) => (
                <li key={key}>
                  <UnstyledButton onClick={() => goTo(key)}>
                    {title} lacks {lacks}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {submission.isError ? (
          <Alert color="red" mb={8} role="alert">
            {describeProblem(submission.error).message} Your scorecard is kept as a draft.
          </Alert>
        ) : null}
        {hasStarted ? null : <Text size="xs">You can submit once the session has started.</Text>}
        <Button
          fullWidth
          size="xs"
          disabled={!hasStarted}
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
          It can no longer be changed after this. Other interviewers see it once they have submitted
          theirs, and you see those of others who have.
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

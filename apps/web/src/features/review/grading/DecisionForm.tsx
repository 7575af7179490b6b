import type { Decision, DecisionOutcome } from '@assay/contracts/http';
import { Alert, Button, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { MeanwhileNotice } from '#app/MeanwhileNotice.tsx';
import { outcomeOrder, outcomes } from './outcomes.ts';
import classes from './SidePanel.module.css';

type Draft = {
  outcome: DecisionOutcome | undefined;
  reason: string;
  /** The decision that stood when it was begun. */
  over: number | null;
};

/** A decision to write. What is typed stays while somebody else decides, and its writer is told so first. */
export function DecisionForm({
  attemptId,
  current,
}: {
  attemptId: string;
  current: Decision | undefined;
}) {
  const standing = current?.id ?? null;
  /** Absent until something is chosen or typed. */
  const [draft, setDraft] = useState<Draft>();
  const { outcome, reason, over } = draft ?? { outcome: undefined, reason: '', over: standing };
  const change = (part: Partial<Draft>) => setDraft({ outcome, reason, over, ...part });
  const isOvertaken = over !== standing;
  const queries = useQueryClient();
  const decide = useMutation(
    api.review.decide.mutationOptions({
      onSuccess: () => setDraft(undefined),
      onSettled: () => queries.invalidateQueries({ queryKey: api.review.key() }),
    }),
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome !== undefined) decide.mutate({ attemptId, outcome, reason, replaces: over });
      }}
    >
      <Radio.Group
        label={current ? 'Decide anew' : 'Decide'}
        value={outcome ?? ''}
        onChange={(value) => change({ outcome: outcomeOrder.find((one) => one === value) })}
      >
        <Stack gap={8} mt={8}>
          {outcomeOrder.map((value) => (
            <Radio
              key={value}
              size="sm"
              value={value}
              label={outcomes[value].name}
              description={outcomes[value].told}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="Reason"
        description="Others of staff read it, the candidate does not."
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4_000}
        value={reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {isOvertaken && current ? (
        <MeanwhileNotice
          title={`${current.by} decided meanwhile`}
          actions={[{ label: 'Go on with mine', onClick: () => change({ over: standing }) }]}
        >
          Their decision stands above; read it first. What you wrote is still here.
        </MeanwhileNotice>
      ) : decide.isError ? (
        <Alert color="red" role="alert">
          {describeProblem(decide.error).message} Your words are still here.
        </Alert>
      ) : null}
      <Button
        type="submit"
        loading={decide.isPending}
        disabled={outcome === undefined || reason.trim() === '' || isOvertaken}
      >
        {current ? 'Replace the decision' : 'Record the decision'}
      </Button>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import classes from './RejudgeButton.module.css';

/** Has a submission judged once more; what that shows appears beside its verdict. */
export function RejudgeButton({
  submissionId,
  isRunning,
}: {
  submissionId: string;
  isRunning: boolean;
}) {
  const queries = useQueryClient();
  const rejudge = useMutation(
    api.review.rejudge.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.review.key() }),
    }),
  );
  return (
    <div className={classes.again}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRepeat size={14} stroke={1.7} />}
        loading={rejudge.isPending || isRunning}
        onClick={() => rejudge.mutate({ submissionId })}
      >
        Run again and compare
      </Button>
      {rejudge.isError ? (
        <p role="alert">{describeProblem(rejudge.error).message}</p>
      ) : (
        <p>The verdict stays as it is, whatever comes of it.</p>
      )}
    </div>
  );
}

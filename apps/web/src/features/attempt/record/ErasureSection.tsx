import type { AttemptRecord } from '@assay/contracts/http';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString([], { dateStyle: 'long' });

/** How long it is kept, and the way to have it erased earlier. */
export function ErasureSection({ record }: { record: AttemptRecord }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const attemptId = record.attempt.id;
  const onSuccess = async () => {
    setAsking(false);
    await queries.invalidateQueries({
      queryKey: api.candidate.getRecord.queryKey({ input: { attemptId } }),
    });
  };
  const request = useMutation(api.candidate.requestErasure.mutationOptions({ onSuccess }));
  const withdraw = useMutation(api.candidate.withdrawErasure.mutationOptions({ onSuccess }));
  const error = request.error ?? withdraw.error;

  return (
    <>
      {record.erasure === undefined ? (
        <>
          <p>
            All of this is kept until <b>{day(record.keptUntil)}</b> and then erased by itself. You
            can have it erased earlier.
            {record.attempt.state === 'running' ? ' While the clock runs, hand in first.' : ''}
          </p>
          <Button
            color="red"
            variant="light"
            disabled={record.attempt.state === 'running'}
            onClick={() => setAsking(true)}
          >
            Ask for erasure
          </Button>
        </>
      ) : (
        <>
          <p role="status">
            You asked for erasure on <b>{day(record.erasure.requestedAt)}</b>.{' '}
            {record.attempt.organisation} carries it out, or it happens by itself on{' '}
            <b>{day(record.erasure.dueAt)}</b>. Until then you can take it back.
          </p>
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ attemptId })}
          >
            Take the request back
          </Button>
        </>
      )}
      {error ? <ProblemNotice order={3} error={error} /> : null}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Have everything erased?"
        size={460}
      >
        <Text>
          Your name, your address, your files with their history and what your programs printed will
          be gone, and your link will open nothing. {record.attempt.organisation} can then no longer
          consider this attempt. Which tests held and what scores were given stays, as numbers of
          nobody.
        </Text>
        <Text mt={8}>You can take the request back until it is carried out.</Text>
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button
            color="red"
            loading={request.isPending}
            onClick={() => request.mutate({ attemptId })}
          >
            Ask for erasure
          </Button>
        </Group>
      </Modal>
    </>
  );
}

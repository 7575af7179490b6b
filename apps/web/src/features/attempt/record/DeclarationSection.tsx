import { type Declaration, type GroupAnswers, wordingOf } from '@assay/contracts/http';
import { Button, NativeSelect, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './DeclarationSection.module.css';
import page from './RecordPage.module.css';

/** What one may say of oneself after handing in, has said, and can take back. Nothing where it is not asked. */
export function DeclarationSection({
  attemptId,
  organisation,
}: {
  attemptId: string;
  organisation: string;
}) {
  const input = { attemptId };
  const declaration = useQuery(api.candidate.getDeclaration.queryOptions({ input }));
  if (declaration.isError)
    return (
      <ProblemNotice
        order={3}
        error={declaration.error}
        onRetry={() => void declaration.refetch()}
      />
    );
  if (declaration.data === undefined || declaration.data.questions.length === 0) return null;
  return (
    <section className={page.section} aria-labelledby="declaration">
      <Title order={2} id="declaration">
        If you like: about you
      </Title>
      <p>
        {organisation} would like to know whether groups of people go on equally often. You need not
        answer any of this, and nobody there sees your answers, nor whether you gave any. They are
        kept apart from your attempt and are only counted, from {declaration.data.needed} people of
        a group on. You can take them back here at any time.
      </p>
      <Answers attemptId={attemptId} declaration={declaration.data} />
    </section>
  );
}

function Answers({ attemptId, declaration }: { attemptId: string; declaration: Declaration }) {
  const { questions, answers: said } = declaration;
  const [answers, setAnswers] = useState(said);
  const queries = useQueryClient();
  const save = useMutation(
    api.candidate.declare.mutationOptions({
      onSuccess: async (saved) => {
        setAnswers(saved.answers);
        const input = { attemptId };
        queries.setQueryData(api.candidate.getDeclaration.queryKey({ input }), saved);
        await queries.invalidateQueries({ queryKey: api.candidate.getRecord.queryKey({ input }) });
      },
    }),
  );
  const isChanged = questions.some((question) => answers[question] !== said[question]);
  const hasSaid = Object.keys(said).length > 0;
  const send = (wanted: GroupAnswers) => save.mutate({ attemptId, answers: wanted });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(answers);
      }}
    >
      {questions.map((question) => (
        <NativeSelect
          key={question}
          label={wordingOf(question).title}
          value={answers[question] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { [question]: _, ...others } = answers;
            setAnswers(value === '' ? others : { ...others, [question]: value });
          }}
          data={[
            { value: '', label: 'I do not say' },
            ...Object.entries(wordingOf(question).answers).map(([value, label]) => {
              return { value, label };
            }),
          ]}
        />
      ))}
      <div className={classes.actions}>
        <Button type="submit" variant="default" disabled={!isChanged} loading={save.isPending}>
          Save my answers
        </Button>
        {hasSaid ? (
          <Button variant="subtle" color="gray" disabled={save.isPending} onClick={() => send({})}>
            Take all of them back
          </Button>
        ) : null}
        <span role="status">
          {save.isSuccess && !isChanged ? (hasSaid ? 'Saved.' : 'Nothing is kept.') : ''}
        </span>
      </div>
      {save.isError ? <ProblemNotice order={3} error={save.error} /> : null}
    </form>
  );
}

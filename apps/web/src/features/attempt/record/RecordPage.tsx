import type { AttemptRecord } from '@assay/contracts/http';
import { Button, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, client } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { ComparisonsSection } from './ComparisonsSection.tsx';
import { DeclarationSection } from './DeclarationSection.tsx';
import { ErasureSection } from './ErasureSection.tsx';
import classes from './RecordPage.module.css';
import { RecordTimeline } from './RecordTimeline.tsx';

/** Everything that is kept about an attempt, for its candidate: before, during and after. */
export function RecordPage() {
  const { attemptId = '' } = useParams();
  const record = useQuery(api.candidate.getRecord.queryOptions({ input: { attemptId } }));
  if (record.data === undefined) {
    if (!record.isError) return <Loading label="Collecting what we recorded" />;
    return (
      <PlainPage title="What we recorded">
        <ProblemNotice order={1} error={record.error} onRetry={() => void record.refetch()} />
      </PlainPage>
    );
  }
  return <Record record={record.data} onReload={() => void record.refetch()} />;
}

function Record({ record, onReload }: { record: AttemptRecord; onReload: () => void }) {
  const { attempt, person } = record;
  const download = useMutation({
    mutationFn: async () => {
      const full = await client.candidate.downloadRecord({ attemptId: attempt.id });
      saveAs(`assay-record-${attempt.id}.json`, JSON.stringify(full, null, 2));
    },
  });
  return (
    <PlainPage title="What we recorded" width="wide">
      <Link to={`/attempts/${attempt.id}`} className={classes.back}>
        <IconArrowLeft size={15} stroke={1.7} aria-hidden="true" />
        {attempt.title}
      </Link>
      <Title order={1}>What we recorded</Title>
      <Text mt={8} c="dimmed" className={classes.lead}>
        This is everything that is kept about your attempt, {person.name}. There is nothing that
        only others see, but for what reviewers write before it is released to you. None of the
        times, pauses and pastes below changes a result.
      </Text>
      <dl className={classes.facts}>
        {factsOf(record).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>

      <section className={classes.section} aria-labelledby="timeline">
        <div className={classes.head}>
          <Title order={2} id="timeline">
            What happened, newest first
          </Title>
          <Button variant="subtle" size="compact-sm" onClick={onReload}>
            Look again
          </Button>
        </div>
        <RecordTimeline record={record} />
      </section>

      <section className={classes.section} aria-labelledby="comparisons">
        <Title order={2} id="comparisons">
          How your submissions resemble others
        </Title>
        <ComparisonsSection {...record} />
      </section>

      {attempt.state === 'finished' || attempt.state === 'graded' ? (
        <DeclarationSection attemptId={attempt.id} organisation={attempt.organisation} />
      ) : null}

      <section className={classes.section} aria-labelledby="kinds">
        <Title order={2} id="kinds">
          What is kept, and why
        </Title>
        <dl className={classes.kinds}>
          {record.kinds.map(({ title, why, onErasure }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{why}</dd>
              <dd className={classes.erased}>When it is erased: {onErasure}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section className={classes.section} aria-labelledby="download">
        <Title order={2} id="download">
          Take it with you
        </Title>
        <p>
          One file of JSON with all of the above, your files as they are, as each run froze them,
          and every change of them.
        </p>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          Download as JSON
        </Button>
        {download.isError ? <ProblemNotice order={3} error={download.error} /> : null}
      </section>

      <section className={classes.section} aria-labelledby="erasure">
        <Title order={2} id="erasure">
          How long it is kept
        </Title>
        <ErasureSection record={record} />
      </section>
    </PlainPage>
  );
}

function factsOf({ person, invitation, attempt, reviews }: AttemptRecord) {
  const moment = (text: string | undefined): string =>
    text === undefined
      ? 'Not yet'
      : new Date(text).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return [
    { name: 'Name', value: person.name },
    { name: 'Email', value: person.email },
    { name: 'Invited', value: moment(invitation.createdAt) },
    { name: 'Link opened', value: timesOf(invitation.sessions.length) },
    { name: 'Started', value: moment(attempt.startedAt) },
    { name: 'Ended', value: moment(attempt.finishedAt) },
    { name: 'Share of time', value: `${attempt.timePercent} %` },
    { name: 'Seed', value: String(attempt.seed) },
    { name: 'Reviews', value: `${reviews.begun} begun, ${reviews.submitted} submitted` },
  ];
}

const timesOf = (n: number): string => (n === 1 ? 'Once' : `${n} times`);

/** Lets the browser save a text as a file. */
function saveAs(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

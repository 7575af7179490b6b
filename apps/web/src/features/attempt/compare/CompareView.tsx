import type { CandidateSubmission } from '@assay/contracts/http';
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { FileTabs } from '#features/code/FileTabs.tsx';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { formatTimeWithSeconds } from '#app/formatTime.ts';
import classes from './CompareView.module.css';
import { DiffEditor } from './DiffEditor.tsx';
import { listChanges } from './listChanges.ts';

/** One's files beside the starter, or beside what any run or submission had. */
export function CompareView({
  attemptId,
  workspace,
  submissions,
  monaco,
  models,
  active,
  readOnly,
  onClose,
}: {
  attemptId: string;
  workspace: AttemptWorkspace;
  submissions: CandidateSubmission[];
  monaco: MonacoApi;
  models: WorkspaceModels;
  active: string | undefined;
  readOnly: boolean;
  onClose: () => void;
}) {
  const { challenge } = workspace;
  const [version, setVersion] = useState('starter');
  const [chosen, setChosen] = useState(active);
  const then = useQuery(
    api.candidate.getVersion.queryOptions({
      input: { attemptId, challenge, version },
      // What a run froze never changes.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const changes = then.data ? listChanges(then.data.files, workspace.readFiles()) : [];
  const paths = changes.map(({ path }) => path);
  const shown = chosen !== undefined && paths.includes(chosen) ? chosen : paths[0];

  const body = () => {
    if (then.isError)
      return <ProblemNotice order={3} error={then.error} onRetry={() => void then.refetch()} />;
    if (then.data === undefined) return <Loading label="Fetching the files" />;
    if (shown === undefined)
      return <p className={classes.same}>Your files are the same as these were.</p>;
    return (
      <DiffEditor
        key={`${version} ${shown}`}
        monaco={monaco}
        path={shown}
        original={then.data.files[shown] ?? ''}
        modified={models.get(shown)}
        readOnly={readOnly}
      />
    );
  };
  return (
    <section className={classes.compare} aria-label="Comparison">
      <div className={classes.head}>
        <span>Your files beside</span>
        <Select
          size="xs"
          w={260}
          aria-label="Compare with"
          allowDeselect={false}
          value={version}
          onChange={(value) => setVersion(value ?? 'starter')}
          data={[
            { value: 'starter', label: 'the starter' },
            ...submissions.map((submission) => ({
              value: submission.id,
              label: describe(submission),
            })),
          ]}
        />
        <span className={classes.count}>
          {changes.length === 1 ? '1 file differs' : `${changes.length} files differ`}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label="Close the comparison"
          onClick={onClose}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      {paths.length > 0 ? <FileTabs open={paths} active={shown} onOpen={setChosen} /> : null}
      <div className={classes.body}>{body()}</div>
    </section>
  );
}

function describe({ suite, createdAt, verdict }: CandidateSubmission): string {
  const time = formatTimeWithSeconds(createdAt);
  const holds = verdict && verdict.total > 0 ? `, ${verdict.passed} of ${verdict.total}` : '';
  return `${suite === 'public' ? 'the run' : 'the submission'} at ${time}${holds}`;
}

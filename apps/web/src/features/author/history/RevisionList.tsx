import type { AuthoredChallenge, Revision } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { ProofBadge } from '#features/author/ProofBadge.tsx';
import list from '#features/review/desk/SubmissionList.module.css';
import classes from './RevisionList.module.css';

/** Every version that a challenge had, newest first. */
export function RevisionList({
  challenge,
  chosen,
  onChoose,
}: {
  challenge: AuthoredChallenge;
  chosen: Revision;
  onChoose: (id: number) => void;
}) {
  const { revisions, current } = challenge;
  const used = revisions.find(({ hash }) => hash === current);
  return (
    <nav className={list.list} aria-label="Versions">
      <h2>Versions</h2>
      <ol>
        {revisions.map((revision) => (
          <li key={revision.id}>
            <UnstyledButton
              className={list.row}
              aria-current={revision === chosen ? 'true' : undefined}
              onClick={() => onChoose(revision.id)}
            >
              <span className={list.kind}>
                {nameOf(revision)} {revision === used ? <b>In use</b> : null}
              </span>
              <time className={list.time} dateTime={revision.at}>
                {timeOf(revision)}
              </time>
              {revision.note === '' ? null : <span className={classes.note}>{revision.note}</span>}
              <span className={classes.proof}>
                <ProofBadge proof={revision.proof} />
                <code className="code">{revision.hash.slice(0, 8)}</code>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Who brought a version. */
export function nameOf({ author }: Revision): string {
  return author ?? 'Repository';
}

/** When a version came, in the reader's own time. */
export function timeOf({ at }: Revision): string {
  return new Date(at).toLocaleString([], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

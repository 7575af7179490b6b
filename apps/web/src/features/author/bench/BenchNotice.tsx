import type { AuthoredChallenge } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Bench.module.css';
import type { Draft } from './Draft.ts';
import { useDraftRevision } from './useDraft.ts';
import { useRestore } from './useRestore.ts';

/** Says when what is edited is not the newest, not in use, or retired, and what can be done about it. */
export function BenchNotice({ challenge, draft }: { challenge: AuthoredChallenge; draft: Draft }) {
  useDraftRevision(draft);
  const { slug, head, files, revisions, inUse, current, retiredAt } = challenge;
  const restore = useRestore(slug);
  const newest = { hash: head, files };
  const saved = revisions.find(({ hash }) => hash === head);
  if (draft.basedOn !== head) {
    return (
      <Notice
        text={`${saved?.author ?? "The repository's folder"} has brought a newer version since you began to edit. Your edits are to the one before.`}
      >
        <Button size="compact-sm" variant="default" onClick={() => draft.moveTo(newest, 'keep')}>
          Put my edits onto it
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => draft.moveTo(newest, 'discard')}>
          Throw mine away
        </Button>
      </Notice>
    );
  }
  if (retiredAt !== undefined) {
    return (
      <Notice text="This challenge is retired: no new assessment can have it. Whoever has it keeps it.">
        <Button
          size="compact-sm"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ slug })}
        >
          Restore
        </Button>
      </Notice>
    );
  }
  const [latest] = revisions;
  if (latest && latest.origin === 'folder' && latest.hash !== head) {
    return (
      <Notice text="The repository's folder has changed since this version was saved here. It stays out of use until somebody takes it.">
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          to={`/challenges/${slug}/history`}
        >
          Compare
        </Button>
      </Notice>
    );
  }
  if (inUse) return null;
  return (
    <Notice
      text={
        current === undefined
          ? 'This is a draft: nobody is asked it before it has passed Verify.'
          : 'New invitations still get an earlier version. They get this one as soon as it has passed Verify.'
      }
    />
  );
}

function Notice({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={classes.notice} role="status">
      <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
      <p>{text}</p>
      {children}
    </div>
  );
}

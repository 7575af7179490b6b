import { Button, Kbd } from '@mantine/core';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';
import { useAddPrepared } from './useAddPrepared.ts';

/** The interviewers' prepared files, each a press away from the workspace. */
export function PreparedPanel() {
  const { details, status } = useLiveSession();
  const { add, isPending } = useAddPrepared(false);
  if (details === undefined) return null;
  if (details.prepared.length === 0)
    return (
      <p className={classes.empty}>
        Nothing is prepared. On the session’s own page you can set files aside, a follow-up or a
        failing test, and add them here with one key.
      </p>
    );
  return (
    <ol className={classes.prepared}>
      {details.prepared.map(({ id, title, files }, index) => (
        <li key={id}>
          <div>
            <b>{title}</b>
            <span className="code">{Object.keys(files).join(', ')}</span>
          </div>
          {index < 9 ? (
            <span>
              <Kbd>Alt</Kbd> <Kbd>{index + 1}</Kbd>
            </span>
          ) : null}
          <Button
            size="compact-sm"
            variant="default"
            disabled={isPending || status.state === 'ended'}
            aria-label={`Add ${title} to the workspace`}
            onClick={() => add(id)}
          >
            Add
          </Button>
        </li>
      ))}
    </ol>
  );
}

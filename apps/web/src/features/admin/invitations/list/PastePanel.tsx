import { Button } from '@mantine/core';
import { IconAlertTriangle, IconTableImport } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './InviteListPage.module.css';
import { PasteTable } from './PasteTable.tsx';
import type { Preview } from './usePreview.ts';

/** What was read in the list, what is wrong with it, and the button that invites the rest. */
export function PastePanel({
  preview,
  isEmpty,
  ready,
  isInviting,
  problem,
  onInvite,
}: {
  preview: Preview;
  isEmpty: boolean;
  /** How many can be invited. */
  ready: number;
  isInviting: boolean;
  problem: unknown;
  onInvite: () => void;
}) {
  if (isEmpty) {
    return (
      <NoticeFrame>
        <Notice icon={<IconTableImport size={20} stroke={1.6} />} title="Nothing is pasted yet">
          Copy the rows in your spreadsheet, or the text of a CSV file, and paste them into the
          field. Commas, semicolons and tabs are understood.
        </Notice>
      </NoticeFrame>
    );
  }
  if (preview.error) {
    return (
      <NoticeFrame>
        <ProblemNotice error={preview.error} onRetry={preview.retry} />
      </NoticeFrame>
    );
  }
  const { data, isBehind } = preview;
  const wrong = (data?.rows.length ?? 0) - ready;
  return (
    <section aria-label="What was read">
      {data && data.problems.length > 0 ? (
        <ul className={`${classes.problems} ${classes.whole}`} role="alert">
          {data.problems.map((message) => (
            <li key={message}>
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      <PasteTable rows={data?.rows} />
      {problem ? <ProblemNotice order={3} error={problem} /> : null}
      <div className={classes.foot}>
        <p role="status">{data && !isBehind ? describe(ready, wrong, data.unused) : 'Reading …'}</p>
        <Button loading={isInviting} disabled={isBehind || ready === 0} onClick={onInvite}>
          {ready === 1 ? 'Invite 1 candidate' : `Invite ${ready} candidates`}
        </Button>
      </div>
    </section>
  );
}

function describe(ready: number, wrong: number, unused: string[]): string {
  const left =
    wrong === 0
      ? ''
      : ` ${wrong === 1 ? '1 row needs' : `${wrong} rows need`} a change and would be left out.`;
  const columns = unused.length === 0 ? '' : ` Not used: ${unused.join(', ')}.`;
  return `${ready} can be invited.${left}${columns}`;
}

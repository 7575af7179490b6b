import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './CompactPanes.module.css';

const views = [
  { value: 'brief', label: 'Statement' },
  { value: 'files', label: 'Files' },
  { value: 'editor', label: 'Code' },
  { value: 'results', label: 'Results' },
] as const;

export type View = (typeof views)[number]['value'];

/** One pane at a time: for narrow windows, and for wide ones at 200 % zoom. */
export function CompactPanes({
  view,
  onView,
  ...panes
}: { view: View; onView: (view: View) => void } & Record<View, ReactNode>) {
  return (
    <div className={classes.panes}>
      <div className={classes.switch}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="What to show"
          data={[...views]}
          value={view}
          onChange={(value) => onView(value)}
        />
      </div>
      {views.map(({ value }) => (
        // The editor keeps its place while another pane is in front.
        <div key={value} className={classes.pane} hidden={value !== view}>
          {panes[value]}
        </div>
      ))}
    </div>
  );
}

import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Pad.module.css';

/** One line. */
export function Note({
  icon: Icon,
  text,
  children,
}: {
  icon: TablerIcon;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className={classes.note}>
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      <span>{text}</span>
      {children}
    </div>
  );
}

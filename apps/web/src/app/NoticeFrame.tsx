import type { ReactNode } from 'react';
import table from './Table.module.css';

/** The frame of a table around a notice that is shown in its place. */
export function NoticeFrame({ children }: { children: ReactNode }) {
  return <div className={`${table.frame} ${table.place}`}>{children}</div>;
}

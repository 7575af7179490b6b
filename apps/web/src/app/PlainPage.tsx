import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { BrandMark } from './BrandMark.tsx';
import classes from './PlainPage.module.css';
import { SchemeSwitch } from './SchemeSwitch.tsx';

/** A page of one calm column, for everything that is read rather than worked in. */
export function PlainPage({
  title,
  width = 'narrow',
  children,
}: {
  title: string;
  width?: 'narrow' | 'wide';
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <BrandMark />
        <SchemeSwitch />
      </header>
      <main className={classes.main} data-width={width}>
        {children}
      </main>
    </div>
  );
}

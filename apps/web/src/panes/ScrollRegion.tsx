import type { ReactNode } from 'react';

/** Content that may be wider than its column. It takes the focus, so that it scrolls by keyboard too. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1 asks for it where content scrolls
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

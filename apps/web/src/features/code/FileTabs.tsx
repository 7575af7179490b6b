import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './FileTabs.module.css';
import { shortNames } from './shortNames.ts';

/** The open files. Two of the same name also show their folder. */
export function FileTabs({
  open,
  active,
  marked,
  badge,
  onOpen,
  onClose,
}: {
  open: string[];
  active: string | undefined;
  /** Files with a dot behind their name, and what the dot says. */
  marked?: { paths: ReadonlySet<string>; meaning: string };
  /** Stands behind a file’s name: who else is in it, say. */
  badge?: (path: string) => ReactNode;
  onOpen: (path: string) => void;
  onClose?: (path: string) => void;
}) {
  const names = shortNames(open);
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  return (
    <nav className={classes.tabs} aria-label="Open files">
      {open.map((path) => {
        const isActive = path === active;
        return (
          <div key={path} className={classes.tab} data-active={isActive || undefined}>
            <UnstyledButton
              ref={isActive ? current : null}
              className={classes.name}
              aria-current={isActive ? 'true' : undefined}
              title={path}
              onClick={() => onOpen(path)}
              onAuxClick={(event) => {
                if (event.button === 1) onClose?.(path);
              }}
            >
              {names.get(path)}
              {marked?.paths.has(path) ? (
                <i
                  className={classes.mark}
                  role="img"
                  aria-label={marked.meaning}
                  title={marked.meaning}
                />
              ) : null}
              {badge?.(path)}
            </UnstyledButton>
            {onClose ? (
              <UnstyledButton
                className={classes.close}
                aria-label={`Close ${path}`}
                onClick={() => onClose(path)}
              >
                <IconX size={13} stroke={1.8} />
              </UnstyledButton>
            ) : null}
          </div>
        );
      })}
    </nav>
  );
}

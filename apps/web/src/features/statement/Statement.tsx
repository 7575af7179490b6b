import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import classes from './Statement.module.css';

/** A statement, from Markdown. Raw HTML in it is shown as text; links open beside the work, not in its place. */
export function Statement({ markdown }: { markdown: string }) {
  return (
    <div className={classes.statement}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer">
              {children}
            </a>
          ),
          pre: ({ children }) => (
            <ScrollRegion label="Code" className={classes.code}>
              <pre>{children}</pre>
            </ScrollRegion>
          ),
          table: ({ children }) => (
            <ScrollRegion label="Table" className={classes.table}>
              <table>{children}</table>
            </ScrollRegion>
          ),
        }}
      >
        {markdown}
      </Markdown>
    </div>
  );
}

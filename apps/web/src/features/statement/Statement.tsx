import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
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
          table: ({ children }) => (
            <div className={classes.table}>
              <table>{children}</table>
            </div>
          ),
        }}
      >
        {markdown}
      </Markdown>
    </div>
  );
}

import type { Block, CriterionBlock, TableBlock } from '@assay/contracts/report';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import classes from './BlockView.module.css';
import { TimelinePictureView } from './TimelinePictureView.tsx';

/** One block of a report. Texts of people stand apart from what is around them, in whichever direction they run. */
export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <header className={classes.title}>
          <h1>
            <bdi>{block.text}</bdi>
          </h1>
          <p>{block.lead}</p>
        </header>
      );
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading className={classes.heading}>
          <bdi>{block.text}</bdi>
          {block.aside === undefined ? null : (
            <span className="numbers">
              <bdi>{block.aside}</bdi>
            </span>
          )}
        </Heading>
      );
    }
    case 'facts':
      return (
        <dl className={`${classes.facts} numbers`}>
          {block.facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'text':
      return (
        <p className={classes.text} dir="auto">
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul className={classes.list}>
          {block.items.map((item) => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView block={block} />;
    case 'criterion':
      return <CriterionView block={block} />;
    case 'timeline':
      return <TimelinePictureView label={block.label} picture={block.picture} />;
  }
}

function TableView({ block: { label, columns, rows } }: { block: TableBlock }) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, numbers }) => (
            <th key={title} scope="col" data-numbers={numbers}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ cells, tone, detail }, index) => (
        // Names of tests need not differ, and rows never move.
        <tbody key={index} data-tone={tone}>
          <tr>
            {cells.map((cell, column) => (
              <td
                key={columns[column]?.title}
                className={columns[column]?.numbers ? 'numbers' : undefined}
                data-numbers={columns[column]?.numbers}
                dir="auto"
              >
                {column === 1 && tone !== undefined ? <ToneIcon tone={tone} /> : null}
                {cell}
              </td>
            ))}
          </tr>
          {detail === undefined ? null : (
            <tr>
              <td className={classes.detail} colSpan={columns.length} dir="auto">
                {detail}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

const toneIcons = { good: IconCheck, bad: IconX, quiet: IconMinus };

function ToneIcon({ tone }: { tone: keyof typeof toneIcons }) {
  const Icon = toneIcons[tone];
  return <Icon className={classes.tone} size={13} stroke={2.2} aria-hidden="true" />;
}

function CriterionView({
  block: { title, value, remark, anchors, scores, override },
}: {
  block: CriterionBlock;
}) {
  return (
    <section className={classes.criterion}>
      <h4>
        <bdi>{title}</bdi>
        <span className="numbers">
          {remark === undefined ? null : <i>{remark}</i>}
          {value === undefined ? null : <b>{value}</b>}
        </span>
      </h4>
      {anchors === undefined ? null : (
        <dl className={classes.anchors}>
          {([1, 3, 5] as const).map((level) => (
            <div key={level}>
              <dt className="numbers">{level}</dt>
              <dd>{anchors[level]}</dd>
            </div>
          ))}
        </dl>
      )}
      {override === undefined ? null : (
        <p className={classes.override} dir="auto">
          {override}
        </p>
      )}
      {scores.map(({ by, score, note }) => (
        <div key={by} className={classes.score}>
          <p className="numbers">
            <bdi>{by}</bdi>
            <b>{score}</b>
          </p>
          <p dir="auto">{note}</p>
        </div>
      ))}
    </section>
  );
}

import { useComputedColorScheme } from '@mantine/core';
import { contrastRatio } from '#theme/contrastRatio.ts';
import { type Tokens, tokens } from '#theme/tokens.ts';
import { useContrast } from '#theme/useContrast.ts';
import classes from './Theme.module.css';

type Token = keyof Tokens;

const groups: { title: string; tokens: [Token, string][] }[] = [
  {
    title: 'Paper',
    tokens: [
      ['paper', 'behind everything'],
      ['panel', 'cards, bars, the editor'],
      ['sunken', 'rails, code blocks, table heads'],
      ['hover', 'a row or a button under the pointer'],
      ['line', 'between things'],
      ['lineStrong', 'around what can be pressed or written in'],
    ],
  },
  {
    title: 'Ink',
    tokens: [
      ['ink', 'what is read'],
      ['inkSoft', 'what is read second'],
      ['inkFaint', 'what is there if looked for'],
    ],
  },
  {
    title: 'Accent',
    tokens: [
      ['accent', 'links, focus, the chosen one'],
      ['accentFill', 'the one button to press'],
      ['accentTint', 'behind the chosen one'],
      ['gold', 'the hallmark, and nothing else'],
      ['goldTint', 'behind the hallmark'],
    ],
  },
  {
    title: 'Outcomes, always with an icon and a word',
    tokens: [
      ['good', 'holds'],
      ['goodTint', 'behind what holds'],
      ['bad', 'does not hold, cannot be undone'],
      ['badTint', 'behind what does not hold'],
      ['warn', 'needs a look'],
      ['warnTint', 'behind what needs a look'],
    ],
  },
  {
    title: 'Code',
    tokens: [
      ['codeKeyword', 'keywords'],
      ['codeString', 'strings'],
      ['codeNumber', 'numbers'],
      ['codeType', 'types'],
      ['codeFunction', 'functions'],
      ['codeComment', 'comments'],
    ],
  },
];

const isText = (token: Token) => /^(ink|accent$|gold$|good$|bad$|warn$|code)/.test(token);

/** Every colour by its meaning, in the set that is shown now, with its contrast on a panel where it is text. */
export function ColourTable() {
  const scheme = useComputedColorScheme('light');
  const set = tokens[useContrast()][scheme];
  return (
    <section className={classes.section} aria-labelledby="colours">
      <h2 id="colours">Colours</h2>
      <p>
        Four sets of the same names: light and dark, each also with raised contrast. No colour is
        written outside of <code className="code">theme/tokens.ts</code>; styles use{' '}
        <code className="code">var(--ink-soft)</code> and the like. The number is the contrast on a
        panel: text needs 4.5 at least, and a test holds it to that in all four sets.
      </p>
      {groups.map((group) => (
        <div key={group.title} className={classes.group}>
          <h3>{group.title}</h3>
          <ul className={classes.colours}>
            {group.tokens.map(([token, use]) => (
              <li key={token}>
                <i style={{ background: set[token] }} />
                <span>
                  <b className="code">{token}</b>
                  <span>{use}</span>
                </span>
                <span className="numbers">
                  {isText(token) ? contrastRatio(set[token], set.panel).toFixed(1) : ''}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

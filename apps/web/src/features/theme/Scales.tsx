import { useMantineTheme } from '@mantine/core';
import classes from './Theme.module.css';

const uses: Record<string, string> = {
  xs: 'counts, marks, table heads',
  sm: 'rails, tabs, tests, tables',
  md: 'the body of every page',
  lg: 'titles in dialogs and cards',
  xl: 'headings of sections',
};

/** Type and space: few steps, used everywhere. */
export function Scales() {
  const theme = useMantineTheme();
  const { h1 } = theme.headings.sizes;
  const steps = [
    ...Object.entries(theme.fontSizes).map(([name, size]) => ({ name, size, use: uses[name] })),
    { name: 'h1', size: h1.fontSize, use: 'the title of a page, once' },
  ];
  return (
    <>
      <section className={classes.section} aria-labelledby="type">
        <h2 id="type">Type</h2>
        <p>
          Inter for words, JetBrains Mono for code; both come with the app. Lines of prose have at
          most 72 characters. Numbers that change or stand in columns have figures of one width:
          class <code className="code">numbers</code>.
        </p>
        <ul className={classes.type}>
          {steps.map(({ name, size, use }) => (
            <li key={name}>
              <span className="code">
                {name} {size}
              </span>
              <span style={{ fontSize: size }}>The first answer is kept, and given again.</span>
              <span>{use}</span>
            </li>
          ))}
          <li>
            <span className="code">code</span>
            <span className="code">await orders.place(order);</span>
            <span>class code, without ligatures</span>
          </li>
        </ul>
      </section>
      <section className={classes.section} aria-labelledby="space">
        <h2 id="space">Space and corners</h2>
        <p>Everything stands on a grid of 4 px. Panels have 12 px inside, pages 24 to 32.</p>
        <ul className={classes.space}>
          {Object.entries(theme.spacing).map(([name, size]) => (
            <li key={name}>
              <i style={{ width: size, height: size }} />
              <span className="code">
                {name} {size}
              </span>
            </li>
          ))}
          {Object.entries(theme.radius).map(([name, size]) => (
            <li key={`radius ${name}`}>
              <i data-corner style={{ borderRadius: size }} />
              <span className="code">
                radius {name} {size}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

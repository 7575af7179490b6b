import { personStyle } from './personColour.ts';
import classes from './PersonDot.module.css';

/** Stands before a person's name, in their colour. */
export function PersonDot({ colour }: { colour: string }) {
  return <i className={classes.dot} style={personStyle(colour)} aria-hidden="true" />;
}

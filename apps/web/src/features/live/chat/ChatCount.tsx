import { useChat } from '#features/live/talk/Talk.ts';
import classes from './Chat.module.css';

/** How many messages nobody looked at yet, behind the name of the tab. */
export function ChatCount() {
  const { state } = useChat();
  if (state.unread === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{state.unread}</span>
      <span className={classes.unseen}> {state.unread} unread</span>
    </span>
  );
}

import { OnceShown } from './OnceShown.tsx';

/** A link that is shown this once. */
export function OnceShownLink(shown: { link: string; lead: string; onClose: () => void }) {
  const { link, ...rest } = shown;
  return <OnceShown {...rest} label="Link" text={link} ifLost="If it gets lost, make a new one." />;
}

import { OnceShown } from '#features/admin/OnceShown.tsx';

/** A secret that is shown this once. */
export function SecretOnce(shown: { secret: string; lead: string; onClose: () => void }) {
  const { secret, ...rest } = shown;
  return (
    <OnceShown
      {...rest}
      label="Secret"
      text={secret}
      ifLost="If it gets lost, make a new one; for a day both are good."
    />
  );
}

import type { AssessmentTemplate } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconHistory, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatDay } from '#features/admin/assessments/LockBadge.tsx';
import classes from './LockBanner.module.css';

/** Why a version cannot be changed, and what can be done instead. */
export function LockBanner({
  template,
  isChanging,
  onChangeIt,
}: {
  template: AssessmentTemplate;
  /** Whether the next version is being written. */
  isChanging: boolean;
  onChangeIt: () => void;
}) {
  const { version, lockedAt, versions, id } = template;
  const newest = versions[0];
  const people = versions.find((one) => one.id === id)?.invited ?? 0;
  if (newest !== undefined && newest.id !== id)
    return (
      <section className={classes.banner} aria-label="An older version">
        <IconHistory size={20} stroke={1.6} aria-hidden="true" />
        <p>
          <b>This is version {version}, as it was.</b> Those who were invited to it keep it. New
          invitations get version {newest.version}.
        </p>
        <Button component={Link} to={`/admin/assessments/${newest.id}`} variant="default">
          Open version {newest.version}
        </Button>
      </section>
    );
  if (lockedAt === undefined) return null;
  return (
    <section className={classes.banner} aria-label="Locked">
      <IconLock size={20} stroke={1.6} aria-hidden="true" />
      <p>
        <b>Locked since {formatDay(lockedAt)}.</b>{' '}
        {people === 1 ? 'A person was' : `${people} people were`} invited to version {version}, and
        everybody who gets it is asked the same.{' '}
        {isChanging
          ? `You are writing version ${version + 1}. It is for invitations from then on.`
          : ''}
      </p>
      {isChanging ? null : (
        <Button variant="default" onClick={onChangeIt}>
          Change it: makes version {version + 1}
        </Button>
      )}
    </section>
  );
}

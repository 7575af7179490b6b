import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconKey, IconLogout, IconPlugConnected } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { BrandMark } from '#app/BrandMark.tsx';
import { describeProblem } from '#app/describeProblem.ts';
import { Loading } from '#app/Loading.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import { roles } from '#features/admin/members/roles.ts';
import { QuestionsLink } from '#features/admin/questions/QuestionsLink.tsx';
import classes from './StaffLayout.module.css';
import { OrganisationMenu } from './OrganisationMenu.tsx';
import { SetPasswordDialog } from './SetPasswordDialog.tsx';
import { signOut } from './signIn.ts';
import { isAuthor } from './isAuthor.ts';
import { useMe } from './useMe.ts';

/** The frame of every page for staff. Those who are not signed in are asked to, and brought back. */
export function StaffLayout() {
  const me = useMe();
  const location = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [settingPassword, setSettingPassword] = useState(false);

  if (me.isPending) return <Loading label="Opening Assay" />;
  if (me.isError) {
    if (describeProblem(me.error).code === 'UNAUTHORIZED') {
      const next = encodeURIComponent(location.pathname + location.search);
      return <Navigate to={`/sign-in?next=${next}`} replace />;
    }
    return (
      <PlainPage title="Not available">
        <ProblemNotice order={1} error={me.error} onRetry={() => void me.refetch()} />
      </PlainPage>
    );
  }

  const leave = async () => {
    await signOut();
    await navigate('/sign-in?problem=signed-out');
    queries.clear();
  };

  return (
    <div className={classes.frame}>
      <a className="skipLink" href="#content">
        Skip to content
      </a>
      <header className={classes.bar}>
        <BrandMark to="/" />
        <nav className={classes.nav} aria-label="Main">
          {me.data.role === 'author' ? null : <NavLink to="/review">Reviews</NavLink>}
          {me.data.role === 'admin' || me.data.role === 'interviewer' ? (
            <NavLink to="/live">Live</NavLink>
          ) : null}
          {isAuthor(me.data.role) ? <NavLink to="/challenges">Challenges</NavLink> : null}
          {me.data.role === 'admin' ? (
            <>
              <NavLink to="/admin/roles">Roles</NavLink>
              <NavLink to="/admin/assessments">Assessments</NavLink>
              <NavLink to="/admin/candidates">Candidates</NavLink>
              <NavLink to="/admin/fairness">Fairness</NavLink>
              <QuestionsLink />
              <OrganisationMenu />
            </>
          ) : null}
        </nav>
        <SchemeSwitch />
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <UnstyledButton className={classes.person}>
              {me.data.name}
              <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {roles[me.data.role].name}
              <span className={classes.account}>{me.data.email}</span>
            </Menu.Label>
            {me.data.role === 'author' ? (
              <Menu.Item
                component={Link}
                to="/admin/tokens"
                leftSection={<IconPlugConnected size={16} stroke={1.6} />}
              >
                API tokens
              </Menu.Item>
            ) : null}
            <Menu.Item
              leftSection={<IconKey size={16} stroke={1.6} />}
              onClick={() => setSettingPassword(true)}
            >
              Set a password
            </Menu.Item>
            <Menu.Item
              leftSection={<IconLogout size={16} stroke={1.6} />}
              onClick={() => void leave()}
            >
              Sign out
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <SetPasswordDialog opened={settingPassword} onClose={() => setSettingPassword(false)} />
      <div id="content" className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}

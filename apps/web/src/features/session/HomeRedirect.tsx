import { Navigate } from 'react-router';
import { useMe } from './useMe.ts';

/** The bare address leads to where one works. */
export function HomeRedirect() {
  const me = useMe();
  return <Navigate to={me.data?.role === 'author' ? '/challenges' : '/review'} replace />;
}

import { Navigate } from 'react-router';

/** The bare address leads to where staff work. */
export function HomeRedirect() {
  return <Navigate to="/review" replace />;
}

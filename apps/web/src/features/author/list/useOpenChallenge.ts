import type { AuthoredChallenge } from '@assay/contracts/http';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';

/** Opens a challenge that the server has just made or taken in; the list is read again. */
export function useOpenChallenge(): (challenge: AuthoredChallenge) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (challenge) => {
    const { slug } = challenge;
    queries.setQueryData(api.author.getChallenge.queryKey({ input: { slug } }), challenge);
    void queries.invalidateQueries({ queryKey: api.author.listChallenges.key() });
    void navigate(`/challenges/${slug}`);
  };
}

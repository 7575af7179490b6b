import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

/** How far from the end still counts as being there, px. */
const nearPx = 40;

/** Keeps the end of a growing list in view, unless somebody has scrolled away from it. */
export function useLatestInView(list: RefObject<HTMLElement | null>, length: number) {
  const [isAway, setIsAway] = useState(false);
  const [seen, setSeen] = useState(0);
  const goToLatest = useCallback(() => {
    const { current } = list;
    current?.scrollTo({ top: current.scrollHeight });
    setIsAway(false);
  }, [list]);

  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const look = () => {
      const away = current.scrollHeight - current.scrollTop - current.clientHeight > nearPx;
      setIsAway(away);
    };
    current.addEventListener('scroll', look, { passive: true });
    return () => current.removeEventListener('scroll', look);
  }, [list]);

  useLayoutEffect(() => {
    if (isAway) return;
    setSeen(length);
    goToLatest();
  }, [length, isAway, goToLatest]);

  return { isBehind: isAway && length > seen, goToLatest };
}

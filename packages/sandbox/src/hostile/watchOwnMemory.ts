const intervalMs = 50;
const megabyte = 1_048_576;

/** Watches this process's resident memory; the function returned ends that and says what it grew by, MB. */
export function watchOwnMemory(): () => number {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, intervalMs);
  return () => {
    clearInterval(timer);
    look();
    return (peak - before) / megabyte;
  };
}

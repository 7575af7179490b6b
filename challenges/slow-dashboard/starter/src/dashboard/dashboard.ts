export type MeterOfDay = {
  id: number;
  name: string;
  kind: 'import' | 'export';
  readings: number;
  averageWatts: number | null;
  lastReadAt: Date | null;
  peak: { from: Date; watts: number } | null;
  longestGap: { from: Date; seconds: number } | null;
};

export type Dashboard = {
  site: { id: number; name: string };
  day: string;
  meters: MeterOfDay[];
  /** Watts of the site in each hour of the day. */
  hours: number[];
};

export function mean(readings: { watts: number }[]): number {
  return readings.reduce((sum, { watts }) => sum + watts, 0) / readings.length;
}

/** The text gateway's client. It belongs to another team: call it, do not change it. */
const latencyMs = 50;
const tried = new Set<string>();

/** Sends a text to whoever waits for the parcel. Rejects when the gateway is down; nothing was sent then. */
export async function sendText(parcelId: string, message: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, latencyMs));
  const firstTry = !tried.has(parcelId);
  tried.add(parcelId);
  if (firstTry && parcelId.startsWith('flaky-')) throw new Error('The text gateway is down.');
  console.log(`text to ${parcelId}: ${message}`);
}

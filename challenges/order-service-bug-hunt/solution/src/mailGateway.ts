/** The mail gateway's client. It belongs to another team: call it, do not change it. */
const latencyMs = 50;

export async function deliverMail(to: string, text: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, to.startsWith('slow') ? 500 : latencyMs));
  if (to.endsWith('@bounce.test')) throw new Error('The mailbox does not exist.');
  console.log(`mail to ${to}: ${text}`);
}

/** How many of the hidden tests that ran hold, in a sentence; `failing` leaves out those that were skipped. */
export function describeHidden(ran: number, passed: number, failing: number): string {
  if (ran === 1) return `The one hidden test that ran ${passed === 1 ? 'holds' : 'does not hold'}.`;
  if (passed === ran) return `All ${ran} hidden tests that ran hold.`;
  if (failing === ran) return `None of the ${ran} hidden tests that ran holds.`;
  return `Of the ${ran} hidden tests that ran, ${passed} ${passed === 1 ? 'holds' : 'hold'} and ${failing} ${failing === 1 ? 'does' : 'do'} not.`;
}

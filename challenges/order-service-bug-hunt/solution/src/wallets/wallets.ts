/** What each family has left, in cents. */
export class Wallets {
  readonly #balances = new Map<string, number>();

  balanceOf(family: string): number {
    return this.#balances.get(family) ?? 0;
  }

  add(family: string, cents: number): void {
    const balance = this.balanceOf(family) + cents;
    console.log(`wallet ${family}: ${this.balanceOf(family)} is now ${balance}`);
    this.#balances.set(family, balance);
  }

  /** Takes the amount, or nothing and returns false when there is less. In one step, so that nobody comes between. */
  take(family: string, cents: number): boolean {
    if (this.balanceOf(family) < cents) return false;
    this.add(family, -cents);
    return true;
  }
}

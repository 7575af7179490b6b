/** What each family has left, in cents. */
export class Wallets {
  readonly #balances = new Map<string, number>();

  balanceOf(family: string): number {
    return this.#balances.get(family) ?? 0;
  }

  setBalance(family: string, cents: number): void {
    console.log(`wallet ${family}: ${this.balanceOf(family)} is now ${cents}`);
    this.#balances.set(family, cents);
  }
}

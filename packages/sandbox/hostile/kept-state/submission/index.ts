let balanceKept = 10;
export const balance = async () => balanceKept;
export const move = async (_from: number, _to: number, amount: number) => {
  balanceKept -= amount;
};
export const rename = async () => {};

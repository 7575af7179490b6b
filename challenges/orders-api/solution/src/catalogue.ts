/** What we sell: the price of each article in cents. */
export const catalogue: Record<string, number> = {
  mug: 1290,
  lamp: 4950,
  chair: 15_900,
  desk: 38_900,
  sofa: 129_900,
};

/** Of the standard normal distribution at 0.975: what 95 % of it lie within, on either side of its middle. */
export const z95 = 1.959_963_984_540_054;

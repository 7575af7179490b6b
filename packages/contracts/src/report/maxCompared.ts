/** How many candidates are looked at side by side: a comparison of more than six nobody reads. */
export const maxCompared = 6;

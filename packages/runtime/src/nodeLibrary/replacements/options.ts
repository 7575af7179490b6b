/** Node's command-line options: none was given. */
export const getOptionValue = (name: string) => name === '--async-context-frame';
export const getEmbedderOptions = () => ({});

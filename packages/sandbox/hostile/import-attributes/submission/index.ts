import data from './data.json' with { type: 'json' };
import text from '/etc/passwd' with { type: 'text' };
export const add = () => [data, text];

/** Host names in ASCII, once the URL parser is there, which itself needs text encodings. */
let parse: (domain: string) => string = (domain) => domain;

export function setDomainParser(parser: (domain: string) => string): void {
  parse = parser;
}

/** The name as a URL would have it; empty when it is none. */
export const domainTo = (domain: string): string => parse(domain);

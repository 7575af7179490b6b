type Options = { useSTD3ASCIIRules: boolean };
type Tr46 = { toASCII(domain: string, options: Options): string | null };

const ascii = /^\p{ASCII}*$/u;
const encoded = /(?:^|\.)xn--/i;

/**
 * The URL Standard's "domain to ASCII", in place of `tr46`. Lower case is all there is to it for a domain of ASCII without
 * encoded labels, as the standard says itself; the tables for all others would be a tenth of every context.
 */
export const toASCII: Tr46['toASCII'] = (domain, options) =>
  !options.useSTD3ASCIIRules && ascii.test(domain) && !encoded.test(domain)
    ? domain.toLowerCase()
    : (require('tr46/index.js') as Tr46).toASCII(domain, options);

import helmet from 'helmet';

/** Security headers. Monaco starts its workers from blobs, and Monaco and Mantine write inline styles; scripts are ours alone. */
export function securityHeaders(publicUrl: string): ReturnType<typeof helmet> {
  const https = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        // On plain HTTP it would send browsers to a port where nobody answers.
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    // Links carry tokens; no other site may learn them.
    referrerPolicy: { policy: 'no-referrer' },
  });
}

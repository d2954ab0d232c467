/**
 * What the page may load: its own files, and nothing else. It talks to the engine through a port, so the one thing that it fetches
 * is the list of licences beside it.
 * Sources: Content Security Policy Level 3, Trusted Types.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Text never becomes markup or code: React writes elements, and nothing here writes otherwise.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

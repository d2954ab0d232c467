/**
 * What the page may load: its own files, and nothing else. It talks to the engine through a port, so the one thing that it fetches
 * is the list of licences beside it.
 * Source: Content Security Policy Level 3.
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
].join('; ')

/**
 * What a page of ours may do: load its own files and talk to its own origin. Inline style attributes are allowed because the
 * component library and the virtual list position with them; inline style sheets and scripts are not.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Sets what every response carries. A stricter policy or a longer life in the cache that it brought itself is kept. */
export function secure(response: Response): void {
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value)
  if (!response.headers.has('Content-Security-Policy')) response.headers.set('Content-Security-Policy', pagePolicy)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
}

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

const always = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const
const unlessStated = [
  ['content-security-policy', pagePolicy],
  ['cache-control', 'no-store'],
] as const

/** What an answer carries that states nothing of this itself: name, value, name, value. */
export const securityHeaders: readonly string[] = [...always, ...unlessStated].flat()

/** Sets what every response carries. A stricter policy or a longer life in the cache that it brought itself is kept. */
export function secure({ headers }: Response): void {
  for (const [name, value] of always) headers.set(name, value)
  for (const [name, value] of unlessStated) if (!headers.has(name)) headers.set(name, value)
}

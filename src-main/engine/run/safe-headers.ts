/** Headers of a delivery that say what it is. */
const telling = new Set(['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp'])

/** Of a delivery's headers, those that a run may know: nothing that signs, and nothing that somebody signs in with. */
export function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const isOwn = (name: string) =>
    name.startsWith('x-') && !/auth|cookie|forwarded|key|real-ip|secret|session|signature|token/.test(name)
  return Object.fromEntries(Object.entries(headers).filter(([name]) => telling.has(name) || isOwn(name)))
}

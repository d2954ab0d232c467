/**
 * The last look at what leaves the engine, before the output schema strips what it does not know: a key named `credentials`,
 * at any depth, means that something sealed was opened and handed on. Throws then, which callers see as `INTERNAL`.
 */
export function refuseCredentials(payload: unknown): void {
  if (typeof payload !== 'object' || payload === null) return
  if ('credentials' in payload) throw new CredentialsInOutput()
  if (Array.isArray(payload)) for (const item of payload) refuseCredentials(item)
  // Without a list of the entries: this sees every value that leaves.
  else for (const key in payload) refuseCredentials(payload[key as keyof typeof payload])
}

class CredentialsInOutput extends Error {
  override readonly name = 'CredentialsInOutput'
}

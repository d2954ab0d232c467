/**
 * The last look at what leaves the engine, before the output schema strips what it does not know: a key named `credentials`,
 * at any depth, means that something sealed was opened and handed on. Throws then, which callers see as `INTERNAL`.
 */
export function refuseCredentials(payload: unknown): void {
  if (typeof payload !== 'object' || payload === null) return
  for (const [key, value] of Object.entries(payload)) {
    if (key === 'credentials') throw new CredentialsInOutput()
    refuseCredentials(value)
  }
}

class CredentialsInOutput extends Error {
  override readonly name = 'CredentialsInOutput'
}

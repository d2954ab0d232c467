/**
 * Loads `oidc-provider` without its remark on standard error that Node 20 is older than it likes. Everything else that is
 * said meanwhile is passed on. To be used instead of an import at the top of a file, which could not be hushed.
 */
export async function importQuietly(): Promise<typeof import('oidc-provider')> {
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...said)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** A package that the program is made of. */
export interface Licence {
  name: string
  version: string
  /** As the package names it: an SPDX expression. */
  licence: string
  /** The licence's own words; empty where the package has none. */
  text: string
}

/** Made when the program is packaged; a build of sources has none. Undefined where there is no list, or none that can be read. */
export async function readLicences(): Promise<readonly Licence[] | undefined> {
  try {
    const answer = await fetch('/licences.json')
    // A host that knows no such file answers with the page.
    if (!answer.ok || answer.headers.get('content-type')?.includes('json') !== true) return undefined
    const list: unknown = await answer.json()
    return Array.isArray(list) ? list.filter(isLicence) : undefined
  } catch {
    return undefined
  }
}

function isLicence(entry: unknown): entry is Licence {
  if (typeof entry !== 'object' || entry === null) return false
  const { name, version, licence, text } = entry as Partial<Record<string, unknown>>
  return [name, version, licence, text].every((part) => typeof part === 'string')
}

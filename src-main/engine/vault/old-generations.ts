import type { VaultFiles } from '../port'
import type { HeaderBody } from './header-codec'

/** How the names of files begin that are kept for somebody to look at. */
const ASIDE = 'aside-'

interface Keeping {
  damagedFiles: ReadonlySet<string>
  /** What was erased may be in any older file, in damaged ones too: then none is kept. */
  erases: boolean
}

/** Removes what the vault no longer needs; what could not be read whole is kept aside instead, until something is erased. */
export async function removeOldGenerations(
  files: VaultFiles,
  oldest: HeaderBody['oldest'],
  { damagedFiles, erases }: Keeping,
): Promise<void> {
  let changed = false
  for (const name of await files.list()) {
    if (erases && name.startsWith(ASIDE)) {
      await files.remove(name)
      changed = true
    }
    const [, kind, digits] = /^(snapshot|journal)-(\d+)$/.exec(name) ?? []
    if (digits === undefined || Number(digits) >= (kind === 'snapshot' ? oldest.snapshot : oldest.journal)) continue
    if (damagedFiles.has(name) && !erases) await files.rename(name, `${ASIDE}${name}`)
    else await files.remove(name)
    changed = true
  }
  if (changed) await files.syncFolder()
}

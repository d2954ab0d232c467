import type { VaultFiles } from '../port'
import type { HeaderBody } from './header-codec'

/** Removes what the vault no longer needs; what could not be read whole is kept aside instead. */
export async function removeOldGenerations(
  files: VaultFiles,
  oldest: HeaderBody['oldest'],
  damagedFiles: ReadonlySet<string>,
): Promise<void> {
  let changed = false
  for (const name of await files.list()) {
    const [, kind, digits] = /^(snapshot|journal)-(\d+)$/.exec(name) ?? []
    if (digits === undefined || Number(digits) >= (kind === 'snapshot' ? oldest.snapshot : oldest.journal)) continue
    if (damagedFiles.has(name)) await files.rename(name, `aside-${name}`)
    else await files.remove(name)
    changed = true
  }
  if (changed) await files.syncFolder()
}

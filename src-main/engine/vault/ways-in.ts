import type { WaysIn } from '../../../src-shared/contract/vault'
import { EngineError } from '../error'
import type { Clock, Keychain, VaultFiles } from '../port'
import { passwordDueOn } from './device-slot'
import type { HeaderBody } from './header-codec'
import { readHeader } from './header-file'
import { slotOf } from './key-slot'

interface Ports {
  files: VaultFiles
  clock: Pick<Clock, 'now'>
  keychain?: Keychain
}

/** How the vault can be opened besides by its password. Reads the header, without a key: unlocking checks it again, with one. */
export async function readWaysIn(ports: Ports): Promise<WaysIn> {
  const body = await headerBody(ports.files)
  if (!body) return { recovery: false, device: 'none' }
  return { recovery: slotOf(body.slots, 'recovery') !== undefined, device: await deviceIn(body, ports) }
}

async function deviceIn(body: HeaderBody, { keychain, clock }: Ports): Promise<WaysIn['device']> {
  const slot = slotOf(body.slots, 'device')
  if (!slot) return 'none'
  if (!keychain || (await keychain.status()).state !== 'available') return 'unavailable'
  return passwordDueOn(slot, clock.now()) ? 'password_due' : 'ready'
}

async function headerBody(files: VaultFiles): Promise<HeaderBody | undefined> {
  try {
    return (await readHeader(files))?.copies[0]?.header.body
  } catch (error) {
    // A damaged header has no way in, and unlocking by password says why.
    if (error instanceof EngineError && error.code === 'VAULT_DAMAGED') return undefined
    throw error
  }
}

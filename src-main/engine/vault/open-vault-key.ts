import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import type { UnlockWith } from '../engine'
import { EngineError } from '../error'
import type { Clock, Keychain, VaultFiles } from '../port'
import { DemoMixedError } from './demo-mixed-error'
import { openDeviceSlot, passwordDueOn } from './device-slot'
import type { DecodedCopy, HeaderBody } from './header-codec'
import { type HeaderReading, readHeader } from './header-file'
import { type DeviceSlot, type KeySlot, sameSlot, slotOf } from './key-slot'
import { type DeriveKey, openPasswordSlot } from './password-slot'
import { openRecoverySlot } from './recovery-slot'
import { deriveSubkey, erase, sealReady, verify } from './seal'

interface Ports {
  files: VaultFiles
  clock: Pick<Clock, 'now'>
  derive: DeriveKey
  keychain?: Keychain
}

export interface OpenedVaultKey {
  /** The caller erases it. */
  vaultKey: Uint8Array
  /** The newest copy of the header that was made by a holder of that key. */
  copy: DecodedCopy
  reading: HeaderReading
  /** The slot that opened it, as that copy has it. */
  slot: KeySlot
  /** The slot that opened it, where it is to be kept otherwise from now on. */
  renewed: KeySlot | undefined
}

/**
 * Opens the vault key by one of its slots. Throws `VAULT_ABSENT`, `WRONG_PASSWORD`, `WRONG_RECOVERY_CODE`, `PASSWORD_DUE`,
 * `DEVICE_UNAVAILABLE`, `INVALID_INPUT` (a mistyped code), `VAULT_DAMAGED` or `DemoMixedError`. Nothing is written.
 */
export async function openVaultKey(ports: Ports, options: UnlockWith & { demo: boolean }): Promise<OpenedVaultKey> {
  const reading = await readHeader(ports.files)
  if (!reading) throw new EngineError('VAULT_ABSENT')
  await sealReady()
  const [newest] = reading.copies
  if (!newest) throw new EngineError('VAULT_DAMAGED')
  const { body } = newest.header
  if (body.demo !== options.demo) throw new DemoMixedError(body.demo)
  const { vaultKey, slot: tried, renewed } = await openSlot(ports, body, options)
  try {
    const copy = authentic(vaultKey, reading.copies)
    // A slot that was put into a copy that nobody signed opens nothing, although the key in it be right: it may be an earlier one.
    const slot = sameSlot(copy.header.body.slots, tried)
    if (!slot) throw new EngineError('VAULT_DAMAGED', {}, vaultRefusalWords.headerChanged)
    // Again, on what is known by now to be unchanged.
    if (slot.kind === 'device') refuseWhenDue(slot, ports.clock)
    return { vaultKey, copy, reading, slot, renewed }
  } catch (error) {
    erase(vaultKey)
    throw error
  }
}

type OpenedSlot = Pick<OpenedVaultKey, 'vaultKey' | 'slot' | 'renewed'>

async function openSlot(ports: Ports, body: HeaderBody, how: UnlockWith): Promise<OpenedSlot> {
  const { vaultId, slots } = body
  if ('password' in how) {
    const slot = slotOf(slots, 'password')
    if (!slot) throw new EngineError('VAULT_DAMAGED')
    return { vaultKey: await openPasswordSlot(vaultId, slot, how.password, ports.derive), slot, renewed: undefined }
  }
  if ('recoveryCode' in how) {
    const slot = slotOf(slots, 'recovery')
    if (!slot) throw new EngineError('WRONG_RECOVERY_CODE', {}, wayInWords.noCode)
    return { vaultKey: openRecoverySlot(vaultId, slot, how.recoveryCode, 'recoveryCode'), slot, renewed: undefined }
  }
  const slot = slotOf(slots, 'device')
  if (!slot || !ports.keychain) throw new EngineError('DEVICE_UNAVAILABLE', {}, wayInWords.notSetUp)
  refuseWhenDue(slot, ports.clock)
  return { slot, ...(await openDeviceSlot(vaultId, slot, ports.keychain)) }
}

function refuseWhenDue(slot: DeviceSlot, clock: Pick<Clock, 'now'>): void {
  if (passwordDueOn(slot, clock.now())) throw new EngineError('PASSWORD_DUE')
}

/** The newest copy that was made by a holder of the vault key. */
function authentic(vaultKey: Uint8Array, copies: readonly DecodedCopy[]): DecodedCopy {
  const key = deriveSubkey(vaultKey, 'header')
  const copy = copies.find((candidate) => verify(key, candidate.authenticated, candidate.mac))
  erase(key)
  if (copy) return copy
  throw new EngineError('VAULT_DAMAGED', {}, vaultRefusalWords.headerChanged)
}

import { printRecoveryCode, RECOVERY_SYMBOLS, readRecoveryCode } from '../../../src-shared/domain/recovery-code'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { EngineError, invalidInput } from '../error'
import { fromBase64, toBase64 } from './base64'
import { type RecoverySlot, type SlotVault, slotPlace } from './key-slot'
import { deriveFromCode, erase, open, randomBytes, seal } from './seal'

const ID = 'recovery'

// No Argon2id: a slow derivation makes up for passwords that people can think of. This code was drawn from 2^130 by a generator,
// so trying them all is out of reach at any speed.
const HOW = 'blake2b'

/** A new code, and the slot that it opens. The code is in neither the slot nor anywhere else. */
export function makeRecoverySlot({ vaultId, vaultKey }: SlotVault, now: number): { code: string; slot: RecoverySlot } {
  const random = randomBytes(RECOVERY_SYMBOLS)
  const code = printRecoveryCode(random)
  erase(random)
  const wrappingKey = wrappingKeyOf(vaultId, code, 'code')
  const wrappedKey = toBase64(seal(wrappingKey, vaultKey, slotPlace(vaultId, ID, HOW)))
  erase(wrappingKey)
  return { code, slot: { id: ID, kind: 'recovery', createdAt: new Date(now).toISOString(), wrappedKey } }
}

export const wrongRecoveryCode = (field: string): EngineError =>
  new EngineError('WRONG_RECOVERY_CODE', { fields: [{ path: field, message: wayInWords.notTheCode }] })

/**
 * The vault key. Throws `WRONG_RECOVERY_CODE`, or `INVALID_INPUT` for a typing mistake, either naming `field`: what was typed came in it.
 */
export function openRecoverySlot(vaultId: string, slot: RecoverySlot, typed: string, field: string): Uint8Array {
  const wrappingKey = wrappingKeyOf(vaultId, typed, field)
  try {
    return open(wrappingKey, fromBase64(slot.wrappedKey), slotPlace(vaultId, slot.id, HOW))
  } catch {
    throw wrongRecoveryCode(field)
  } finally {
    erase(wrappingKey)
  }
}

function wrappingKeyOf(vaultId: string, typed: string, field: string): Uint8Array {
  const symbols = readRecoveryCode(typed)
  if (symbols === undefined) throw invalidInput(field, wayInWords.mistyped)
  const code = new TextEncoder().encode(symbols)
  const key = deriveFromCode(code, { vaultId, kind: 'slot', recordId: ID, field: 'code', version: 1 })
  erase(code)
  return key
}

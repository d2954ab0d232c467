import { z } from 'zod'
import { requestWords } from '../words/en/request'
import { Timestamp } from './connection'
import { errors } from './error'
import { vaultProcedure } from './procedure'

/** Bounds only; what makes a good new password is `passwordProblem` in the domain, answered as INVALID_INPUT. */
export const Password = z
  .string()
  .min(1)
  .max(1024)
  // As bytes every lone surrogate is the same replacement character, so different passwords would be one.
  .regex(/^\P{Cs}*$/u, requestWords.wholeCharacters)

/** As it is printed, or typed without its dashes and in small letters. */
export const RecoveryCode = z.string().min(1).max(200)

/** Something that opens the vault besides the device. */
const ByPerson = z.union([z.strictObject({ password: Password }), z.strictObject({ recoveryCode: RecoveryCode })], {
  error: requestWords.oneProof,
})

const KeySlotKind = z.enum(['password', 'recovery', 'device'])

/** A way to open the vault, without anything that would. */
export const KeySlotView = z.object({
  kind: KeySlotKind,
  /** Null for a slot that was made before this was written down. */
  createdAt: Timestamp.nullable(),
  /** `Argon2id, 64 MiB, 3 passes` and the like. */
  protection: z.string(),
})
export type KeySlotView = z.infer<typeof KeySlotView>

const ownerProcedure = vaultProcedure
  .meta({ access: 'owner', whileLocked: false })
  .errors(
    errors('VAULT_LOCKED', 'VAULT_READ_ONLY', 'WRONG_PASSWORD', 'WRONG_RECOVERY_CODE', 'KDF_OUT_OF_BOUNDS', 'TOO_MANY_ATTEMPTS'),
  )

const Slots = z.array(KeySlotView)

/** Ways to open the vault. Adding or taking one away needs the password (or the recovery code), also while the vault is open. */
export const keySlot = {
  list: ownerProcedure.route({ method: 'GET', path: '/vault/slots', summary: 'Ways to open the vault' }).output(Slots),
  changePassword: ownerProcedure
    .route({ method: 'POST', path: '/vault/password', summary: 'Change the password; the old one opens nothing any more' })
    .input(z.strictObject({ current: ByPerson, newPassword: Password }))
    .output(Slots),
  startRecovery: ownerProcedure
    .route({
      method: 'POST',
      path: '/vault/recovery',
      summary: 'Make a recovery code. It is shown this once, and opens the vault only after it was confirmed',
    })
    .input(z.strictObject({ password: Password }))
    .output(z.object({ code: z.string() })),
  confirmRecovery: ownerProcedure
    .route({
      method: 'POST',
      path: '/vault/recovery/confirmation',
      summary: 'Type the new recovery code back: from now on it opens the vault, and the one before it no more',
    })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ code: RecoveryCode }))
    .output(Slots),
  removeRecovery: ownerProcedure
    .route({ method: 'POST', path: '/vault/recovery/removal', summary: 'The recovery code opens nothing any more' })
    .errors(errors('NOT_FOUND'))
    .input(z.strictObject({ password: Password }))
    .output(Slots),
  enableDevice: ownerProcedure
    .route({ method: 'POST', path: '/vault/device', summary: 'Let the keychain of this computer open the vault' })
    .errors(errors('DEVICE_UNAVAILABLE'))
    .input(z.strictObject({ password: Password }))
    .output(Slots),
  disableDevice: ownerProcedure
    .route({ method: 'DELETE', path: '/vault/device', summary: 'The keychain of this computer opens the vault no more' })
    .errors(errors('NOT_FOUND'))
    .output(Slots),
}

import { z } from 'zod'
import { Timestamp } from './connection'
import { errors } from './error'
import { KeySlotView, Password, RecoveryCode } from './key-slot'
import { vaultProcedure } from './procedure'
import { AnchorStatus, DamageStanding, Rollback } from './vault-damage'

export const VaultState = z.enum(['locked', 'unlocked', 'absent'])
export type VaultState = z.infer<typeof VaultState>

/** What the computer's keychain can do for unlocking. `refused`: it would not really seal anything (`basic_text`). */
export const KeychainStatus = z.object({
  state: z.enum(['available', 'unavailable', 'refused']),
  /** The keychain's own name, such as `gnome_libsecret`, `Keychain` or `DPAPI`; null where there is none. */
  backend: z.string().nullable(),
  /** Why not, in a sentence. */
  reason: z.string().nullable(),
})
export type KeychainStatus = z.infer<typeof KeychainStatus>

/** How a locked vault can be opened. `password_due`: the device could, but it is time for the password again. */
export const WaysIn = z.object({
  recovery: z.boolean(),
  device: z.enum(['none', 'ready', 'password_due', 'unavailable']),
})
export type WaysIn = z.infer<typeof WaysIn>

const Answer = z.object({ vault: VaultState })

const ownerProcedure = vaultProcedure
  .meta({ access: 'owner', whileLocked: false })
  .errors(errors('VAULT_LOCKED', 'VAULT_READ_ONLY'))

/** What came of opening a copy of the vault from nothing but its files and the password. */
export const DrillReport = z.object({
  at: Timestamp,
  result: z.enum(['success', 'failure']),
  files: z.int(),
  bytes: z.int(),
  events: z.int(),
  connections: z.int(),
  /** Sealed secrets that opened, of those there are. */
  secretsOpened: z.int(),
  secrets: z.int(),
  milliseconds: z.int(),
  /** Sentences, without a secret in them. */
  problems: z.array(z.string()),
})
export type DrillReport = z.infer<typeof DrillReport>

/** How the vault is kept: what a person looks at to trust it. Sizes in bytes. */
export const VaultHealth = z.object({
  createdAt: Timestamp,
  demo: z.boolean(),
  /** Of the header, the journal and the snapshot, as numbers that only grow. */
  formats: z.object({ header: z.int(), journal: z.int(), snapshot: z.int() }),
  slots: z.array(KeySlotView),
  keychain: KeychainStatus,
  connections: z.int(),
  events: z.int(),
  journalBytes: z.int(),
  lastCompactionAt: Timestamp.nullable(),
  /** Version of the key that wraps the data keys. */
  kekVersion: z.int(),
  /** Some data keys are still wrapped by an earlier one: a rotation is under way. */
  rewrapping: z.boolean(),
  /** Files that did not read whole and were set aside. */
  damagedFiles: z.array(z.string()),
  /** There for as long as a file is kept aside or something is lost; null where all is whole. */
  damage: DamageStanding.nullable(),
  /** An older copy that was put back and not accepted yet. */
  rollback: Rollback.nullable(),
  anchor: AnchorStatus,
  lastDrill: DrillReport.nullable(),
})
export type VaultHealth = z.infer<typeof VaultHealth>

export const vault = {
  status: vaultProcedure
    .route({ method: 'GET', path: '/vault', summary: 'Whether there is a vault, whether it is open, and how it can be opened' })
    .output(Answer.extend({ waysIn: WaysIn })),
  create: vaultProcedure
    .route({ method: 'POST', path: '/vault', summary: 'Make a vault and unlock it' })
    .errors(errors('VAULT_EXISTS', 'VAULT_READ_ONLY'))
    .input(z.strictObject({ password: Password }))
    .output(Answer),
  unlock: vaultProcedure
    .route({ method: 'POST', path: '/vault/unlock', summary: 'Unlock; at most ten wrong passwords a minute' })
    .errors(
      errors(
        'WRONG_PASSWORD',
        'WRONG_RECOVERY_CODE',
        'PASSWORD_DUE',
        'DEVICE_UNAVAILABLE',
        'VAULT_ABSENT',
        'VAULT_DAMAGED',
        'KDF_OUT_OF_BOUNDS',
        'TOO_MANY_ATTEMPTS',
        'VAULT_READ_ONLY',
      ),
    )
    // Exactly one of the three. Not a union, so that what is wrong is named by its field.
    .input(
      z.strictObject({
        password: Password.optional(),
        recoveryCode: RecoveryCode.optional(),
        device: z.literal(true).optional(),
      }),
    )
    .output(Answer),
  lock: vaultProcedure
    .route({ method: 'POST', path: '/vault/lock', summary: 'Lock: keys and plaintext leave memory' })
    .errors(errors('VAULT_ABSENT'))
    .output(Answer),
  health: ownerProcedure
    .route({ method: 'GET', path: '/vault/health', summary: 'How the vault is kept: slots, formats, sizes, last restore drill' })
    .output(VaultHealth),
  acknowledgeDamage: ownerProcedure
    .route({ method: 'POST', path: '/vault/damage/acknowledge', summary: 'Say that the report of damage was read' })
    .output(VaultHealth),
  acceptCopy: ownerProcedure
    .route({ method: 'POST', path: '/vault/rollback/accept', summary: 'Go on with an older copy of the vault that was put back' })
    .output(VaultHealth),
  rotate: ownerProcedure
    .route({
      method: 'POST',
      path: '/vault/rotation',
      summary:
        'Rotate the key-encryption key: new secrets are under the new one at once, the others are wrapped anew beside the commands',
    })
    .errors(errors('WRONG_PASSWORD', 'KDF_OUT_OF_BOUNDS', 'TOO_MANY_ATTEMPTS', 'ROTATION_UNDER_WAY'))
    .input(z.strictObject({ password: Password }))
    .output(VaultHealth),
  drill: ownerProcedure
    .route({ method: 'POST', path: '/vault/drill', summary: 'Restore drill: open a copy of the vault and read all of it' })
    .errors(errors('WRONG_PASSWORD', 'TOO_MANY_ATTEMPTS'))
    .input(z.strictObject({ password: Password }))
    .output(DrillReport),
}

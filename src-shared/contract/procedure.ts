import { oc } from '@orpc/contract'
import { errors } from './error'

/** What the hosts must know of a procedure before they let a call in. */
export interface AccessMeta {
  /** `open`: no token. `client`: any valid token. `owner`: only a client that acts as the owner of the vault. */
  access: 'open' | 'client' | 'owner'
  /** Whether it may be called while the vault is locked or absent. */
  whileLocked: boolean
}

const base = oc.$meta<AccessMeta>({ access: 'client', whileLocked: false })

/** Needs a token and an unlocked vault: nearly everything. */
export const unlockedProcedure = base.errors(errors('INVALID_INPUT', 'UNAUTHORIZED', 'FORBIDDEN', 'VAULT_LOCKED', 'INTERNAL'))

/** Anything that writes can meet a full or failing disk. */
export const writingProcedure = unlockedProcedure.errors(errors('VAULT_READ_ONLY'))

/** Of the vault itself: for the owner's clients alone, locked or not. */
export const vaultProcedure = base
  .meta({ access: 'owner', whileLocked: true })
  .errors(errors('INVALID_INPUT', 'UNAUTHORIZED', 'FORBIDDEN', 'INTERNAL'))

/** Needs no token. */
export const openProcedure = base
  .meta({ access: 'open', whileLocked: true })
  .errors(errors('INVALID_INPUT', 'FORBIDDEN', 'INTERNAL'))

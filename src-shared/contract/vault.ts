import { z } from 'zod'
import { errors } from './error'
import { vaultProcedure } from './procedure'

export const VaultState = z.enum(['locked', 'unlocked', 'absent'])
export type VaultState = z.infer<typeof VaultState>

const Answer = z.object({ vault: VaultState })

/** Bounds only; what makes a good new password is `passwordProblem` in the domain, answered as INVALID_INPUT. */
const Password = z
  .string()
  .min(1)
  .max(1024)
  // As bytes every lone surrogate is the same replacement character, so different passwords would be one.
  .regex(/^\P{Cs}*$/u, 'must be whole Unicode characters')

export const vault = {
  status: vaultProcedure
    .route({ method: 'GET', path: '/vault', summary: 'Whether there is a vault, and whether it is open' })
    .output(Answer),
  create: vaultProcedure
    .route({ method: 'POST', path: '/vault', summary: 'Make a vault and unlock it' })
    .errors(errors('VAULT_EXISTS', 'VAULT_READ_ONLY'))
    .input(z.strictObject({ password: Password }))
    .output(Answer),
  unlock: vaultProcedure
    .route({ method: 'POST', path: '/vault/unlock', summary: 'Unlock; at most ten wrong passwords a minute' })
    .errors(errors('WRONG_PASSWORD', 'VAULT_ABSENT', 'VAULT_DAMAGED', 'TOO_MANY_ATTEMPTS', 'VAULT_READ_ONLY'))
    .input(z.strictObject({ password: Password }))
    .output(Answer),
  lock: vaultProcedure
    .route({ method: 'POST', path: '/vault/lock', summary: 'Lock: keys and plaintext leave memory' })
    .errors(errors('VAULT_ABSENT'))
    .output(Answer),
}

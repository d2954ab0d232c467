import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { EngineError, invalidInput } from '../error'
import { api } from './forward'
import { sharedState } from './shared-state'

const { status, create, unlock, lock } = api.vault

/** Operations on the vault itself, for its owner's clients. Each answers what it did, whatever the next one does meanwhile. */
export const vaultProcedures = {
  status: status.handler(({ context }) => ({ vault: context.engine.state() })),
  create: create.handler(async ({ context, input }) => {
    const problem = passwordProblem(input.password)
    if (problem) throw invalidInput('password', problem)
    await context.engine.create(input.password)
    return { vault: 'unlocked' as const }
  }),
  unlock: unlock.handler(async ({ context, input }) => {
    await sharedState(context.engine, context.clock).attempts.run(() => context.engine.unlock(input.password))
    return { vault: 'unlocked' as const }
  }),
  lock: lock.handler(async ({ context }) => {
    if (context.engine.state() === 'absent') throw new EngineError('VAULT_ABSENT')
    await context.engine.lock()
    return { vault: 'locked' as const }
  }),
}

import type { Inputs } from '../../../src-shared/contract'
import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { requestWords } from '../../../src-shared/words/en/request'
import type { UnlockWith } from '../engine'
import { EngineError, invalidInput } from '../error'
import { callContext } from './context'
import { api } from './forward'
import { sharedState } from './shared-state'

const { status, create, unlock, lock, health, acknowledgeDamage, acceptCopy, drill, rotate } = api.vault

/** Operations on the vault itself, for its owner's clients. Each answers what it did, whatever the next one does meanwhile. */
export const vaultProcedures = {
  status: status.handler(async ({ context: { engine } }) => ({ vault: engine.state(), waysIn: await engine.waysIn() })),
  create: create.handler(async ({ context, input }) => {
    const problem = passwordProblem(input.password)
    if (problem) throw invalidInput('password', problem)
    await context.engine.create(input.password)
    return { vault: 'unlocked' as const }
  }),
  unlock: unlock.handler(async ({ context, input }) => {
    await sharedState(context.engine, context.clock).attempts.run(() => context.engine.unlock(unlockWith(input)))
    return { vault: 'unlocked' as const }
  }),
  lock: lock.handler(async ({ context }) => {
    if (context.engine.state() === 'absent') throw new EngineError('VAULT_ABSENT')
    await context.engine.lock()
    return { vault: 'locked' as const }
  }),
  health: health.handler(({ context }) => context.engine.useCases.upkeep.health(callContext(context), undefined)),
  acknowledgeDamage: acknowledgeDamage.handler(({ context }) =>
    context.engine.useCases.upkeep.acknowledgeDamage(callContext(context), undefined),
  ),
  acceptCopy: acceptCopy.handler(({ context }) => context.engine.useCases.upkeep.acceptCopy(callContext(context), undefined)),
  rotate: rotate.handler(({ context, input }) =>
    sharedState(context.engine, context.clock).attempts.run(() =>
      context.engine.useCases.upkeep.rotate(callContext(context), input),
    ),
  ),
  drill: drill.handler(({ context, input }) =>
    sharedState(context.engine, context.clock).attempts.run(() =>
      context.engine.useCases.upkeep.drill(callContext(context), input),
    ),
  ),
}

function unlockWith({ password, recoveryCode, device }: Inputs['vault']['unlock']): UnlockWith {
  const given = [password !== undefined, recoveryCode !== undefined, device !== undefined].filter(Boolean)
  if (given.length > 1) throw invalidInput('', requestWords.oneWayToUnlock)
  if (recoveryCode !== undefined) return { recoveryCode }
  if (device) return { device }
  if (password === undefined) throw invalidInput('password', requestWords.isMissing)
  return { password }
}

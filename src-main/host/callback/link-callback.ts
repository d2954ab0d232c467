import type { ToEngine } from '../../../src-shared/bridge/engine-message'
import type { ErrorCode } from '../../../src-shared/contract/error'
import { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'
import { namedFailure } from '../http/named-failure'
import { providerActor } from './provider-actor'

/**
 * A provider's answer that came as a link. It is data for the authorization that its state belongs to, and can finish that one or
 * nothing. Whoever waits for it is told by an event; whoever made the link up is told nothing, and the log knows the name of it.
 * Answers whether an authorization waited for it, however that one ended.
 */
export async function completeByLink(
  engine: Pick<Engine, 'state' | 'useCases'>,
  logger: Logger,
  { type: name, query }: Extract<ToEngine, { kind: 'callback' }>,
): Promise<boolean> {
  try {
    const type = CredentialTypeKey.safeParse(name).data
    if (type === undefined) throw new EngineError('AUTHORIZATION_UNKNOWN')
    if (engine.state() !== 'unlocked') throw new EngineError('VAULT_UNAVAILABLE')
    await engine.useCases.callback.complete({ actor: providerActor, callbackOrigin: null }, { type, query })
    return true
  } catch (error) {
    const { code } = namedFailure(error, logger)
    // Anything else is how the one that waited has ended: refused by the person, or by the provider.
    if (!unawaited.has(code)) return true
    logger.info('a link finished no authorization', { code })
    return false
  }
}

/** What a link comes to that nothing waited for. */
const unawaited: ReadonlySet<ErrorCode> = new Set([
  'AUTHORIZATION_UNKNOWN',
  'AUTHORIZATION_USED',
  'AUTHORIZATION_EXPIRED',
  'INVALID_INPUT',
  'VAULT_UNAVAILABLE',
])

import type { Context } from 'hono'
import type { Identity, IdentityCheck } from '../identity-check'
import { m2mAudience } from '../m2m/client'
import type { DemoActor } from '../platform'
import { bearerOf, ServiceRefusal } from '../service-refusal'
import type { SigningKey } from '../signing-key'
import { identityAudience } from './identity-tokens'
import { tokenCheck } from './token-check'

/** What a token for machines may be used for. */
export type M2mScope = 'eda' | 'mechanical'

/** Who calls the platform's services, and for whom. Each rejects with `ServiceRefusal`. */
export interface ServiceTokens {
  identify: IdentityCheck
  /** For routes that a person's token alone opens. */
  person(c: Context): Promise<Identity>
  /** For those that a machine calls for a person: the machine's token with a scope, and the person's beside it. */
  machineFor(c: Context, scope: M2mScope): Promise<Identity>
}

interface Keys {
  identity: SigningKey
  m2m: SigningKey
}

export async function serviceTokens(
  keys: Keys,
  issuers: readonly string[],
  actors: readonly DemoActor[],
): Promise<ServiceTokens> {
  const checkIdentity = await tokenCheck({
    name: 'identity_token',
    label: 'The identity token',
    key: keys.identity,
    issuers,
    audience: identityAudience,
  })
  const checkM2m = await tokenCheck({
    name: 'm2m_token',
    label: 'The machine-to-machine token',
    key: keys.m2m,
    issuers,
    audience: m2mAudience,
    type: 'at+jwt',
  })
  const identify: IdentityCheck = async (token) => {
    const { sub: subject = '', exp = 0 } = await checkIdentity(token)
    const label = actors.find((actor) => actor.subject === subject)?.label
    return { subject, label: label ?? subject, expiresAt: exp * 1000 }
  }
  return {
    identify,
    person: (c) => identify(bearerOf(c.req.header('authorization'))),
    async machineFor(c, scope) {
      const { scope: granted } = await checkM2m(bearerOf(c.req.header('authorization')))
      if (!String(granted).split(' ').includes(scope))
        throw new ServiceRefusal(403, 'm2m_scope_missing', `The machine-to-machine token lacks the scope ${scope}.`)
      return identify(c.req.header('x-neurocad-identity'))
    },
  }
}

import type { ConnectionDetails } from '../../../../src-shared/contract/connection'
import { genericFieldWords } from '../../../../src-shared/words/en/generic-fields'
import { EngineError, invalidInput } from '../../error'
import { isSafeEndpoint } from '../../oauth/endpoint-url'
import type { Held, ProviderApp, ProviderSecret } from '../provider'
import { listOf, originList } from './origin-list'

type Fields = Readonly<Record<string, string>>

const addressNames = ['issuer', 'authorizeUrl', 'tokenUrl', 'revokeUrl', 'userinfoUrl'] as const

/**
 * The client that comes with a connection, from what a person entered. Lists in its fields are normalized, with spaces.
 * Throws `INVALID_INPUT` naming `fields.<name>`.
 */
export function enteredClient(fields: Fields): ProviderApp {
  checkServer(fields)
  for (const name of addressNames) checkAddress(name, fields[name])
  const origins = originList(fields.origins, 'fields.origins')
  const { userinfoUrl } = fields
  if (userinfoUrl !== undefined && !origins.includes(new URL(userinfoUrl).origin))
    throw invalidInput('fields.userinfoUrl', genericFieldWords.mustBeOnOne)
  return clientOf({ ...fields, origins: origins.join(' '), scopes: listOf(fields.scopes).join(' ') })
}

/** The same, from what was kept of it with the connection. */
export function heldClient({ details, secret, scopes }: Held): ProviderApp {
  const { issuer, authorizeUrl, tokenUrl, revokeUrl, userinfoUrl, clientId, origins } = details
  const kept: Record<string, string | undefined> = {
    issuer,
    authorizeUrl,
    tokenUrl,
    revokeUrl,
    userinfoUrl,
    clientId,
    clientSecret: secret.clientSecret,
    // What was asked for: a server may have granted less, and may grant it all the next time.
    scopes: secret.askedScopes ?? scopes.join(' '),
    origins: origins?.join(' '),
  }
  return clientOf(Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []))))
}

/** What everybody who sees the connection may see of the client. */
export const clientDetails = ({ clientId, fields }: ProviderApp): ConnectionDetails => {
  const { issuer, authorizeUrl, tokenUrl, revokeUrl, userinfoUrl } = fields
  return { issuer, authorizeUrl, tokenUrl, revokeUrl, userinfoUrl, clientId, origins: listOf(fields.origins) }
}

/** What is sealed of it: its secret, and what has no place among the details. */
export function sealedClient({ clientSecret, fields: { scopes } }: ProviderApp): ProviderSecret {
  const sealed: Record<string, string | undefined> = { clientSecret, askedScopes: scopes }
  return Object.fromEntries(Object.entries(sealed).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const clientOf = (fields: Fields): ProviderApp => ({
  clientId: fields.clientId ?? '',
  clientSecret: fields.clientSecret,
  fields,
})

/** Either the issuer, which says where the rest is, or both addresses: with both, nobody knew which of them counts. */
function checkServer({ issuer, authorizeUrl, tokenUrl, revokeUrl }: Fields): void {
  const typed = { authorizeUrl, tokenUrl, revokeUrl }
  const problems =
    issuer === undefined
      ? [
          ...(authorizeUrl === undefined && tokenUrl === undefined ? [problem('issuer', genericFieldWords.mustBeThereOr)] : []),
          ...(['authorizeUrl', 'tokenUrl'] as const)
            .filter((name) => typed[name] === undefined)
            .map((name) => problem(name, genericFieldWords.mustBeThereUnless)),
        ]
      : Object.entries(typed)
          .filter(([, url]) => url !== undefined)
          .map(([name]) => problem(name, genericFieldWords.mustBeEmptyIssuer))
  if (problems.length > 0) throw new EngineError('INVALID_INPUT', { fields: problems })
}

const problem = (name: string, message: string) => ({ path: `fields.${name}`, message })

function checkAddress(name: string, url: string | undefined): void {
  if (url !== undefined && !isSafeEndpoint(url, { allowLoopback: true }))
    throw invalidInput(`fields.${name}`, genericFieldWords.mustBeginHttpsWithout)
}

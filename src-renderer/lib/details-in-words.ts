import type { ConnectionDetails, ConnectionView } from '../../src-shared/contract/connection'

/** One of the type's own facts, under the name a person knows it by. */
export interface DetailFact {
  name: string
  text: string
  /** An id or address to copy, rather than words to read. */
  copy?: true
}

const copyable: [key: keyof ConnectionDetails, name: string][] = [
  ['appId', 'App id'],
  ['botUserId', 'Bot user'],
  ['installationId', 'Installation'],
  ['edaUrl', 'EDA service'],
  ['mechanicalUrl', 'Mechanical'],
  ['sessionManagerUrl', 'Session manager'],
  ['issuer', 'Issuer'],
  ['authorizeUrl', 'Authorizes at'],
  ['tokenUrl', 'Tokens from'],
  ['revokeUrl', 'Revokes at'],
  ['clientId', 'Client id'],
]

/** What a connection's details say, in words. Whatever a type does not have is left out. */
export function detailsInWords({ details, account }: Pick<ConnectionView, 'details' | 'account'>): DetailFact[] {
  const facts = copyable.flatMap(([key, name]): DetailFact[] => {
    const value = details[key]
    return value === undefined ? [] : [{ name, text: String(value), copy: true }]
  })
  const { repositorySelection, suspended, placement, origins } = details
  if (repositorySelection !== undefined) {
    const text = repositorySelection === 'all' ? `All of ${account.label}` : 'Only those selected at GitHub'
    facts.push({ name: 'Repositories', text })
  }
  if (suspended !== undefined) facts.push({ name: 'Suspended', text: suspended ? 'Yes, at GitHub' : 'No' })
  if (placement !== undefined) facts.push({ name: 'Key is sent', text: placementInWords(placement, details.parameter) })
  if (origins !== undefined && origins.length > 0) facts.push({ name: 'Sent only to', text: origins.join(', ') })
  return facts
}

function placementInWords(placement: NonNullable<ConnectionDetails['placement']>, parameter: string | undefined): string {
  switch (placement) {
    case 'header':
      return `In the header ${parameter ?? 'authorization'}`
    case 'query':
      return parameter === undefined ? 'In the address' : `In the address, as ${parameter}`
    case 'basic':
      return parameter === undefined ? 'As a password (Basic)' : `As the password of ${parameter} (Basic)`
  }
}

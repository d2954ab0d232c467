import type { ConnectionDetails, ConnectionView } from '../../src-shared/contract/connection'
import { factWords } from '../../src-shared/words/en/facts'

/** One of the type's own facts, under the name a person knows it by. */
export interface DetailFact {
  name: string
  text: string
  /** An id or address to copy, rather than words to read. */
  copy?: true
}

const copyable: [key: keyof ConnectionDetails, name: string][] = [
  ['appId', factWords.appId],
  ['botUserId', factWords.botUser],
  ['installationId', factWords.installation],
  ['edaUrl', factWords.edaService],
  ['mechanicalUrl', factWords.mechanical],
  ['sessionManagerUrl', factWords.sessionManager],
  ['issuer', factWords.issuer],
  ['authorizeUrl', factWords.authorizesAt],
  ['tokenUrl', factWords.tokensFrom],
  ['revokeUrl', factWords.revokesAt],
  ['clientId', factWords.clientId],
]

/** What a connection's details say, in words. Whatever a type does not have is left out. */
export function detailsInWords({ details, account }: Pick<ConnectionView, 'details' | 'account'>): DetailFact[] {
  const facts = copyable.flatMap(([key, name]): DetailFact[] => {
    const value = details[key]
    return value === undefined ? [] : [{ name, text: String(value), copy: true }]
  })
  const { repositorySelection, suspended, placement, origins } = details
  if (repositorySelection !== undefined) {
    const text = repositorySelection === 'all' ? factWords.allOf(account.label) : factWords.onlySelected
    facts.push({ name: factWords.repositories, text })
  }
  if (suspended !== undefined)
    facts.push({ name: factWords.suspended, text: suspended ? factWords.suspendedAtGithub : factWords.no })
  if (placement !== undefined) facts.push({ name: factWords.keyIsSent, text: placementInWords(placement, details.parameter) })
  if (origins !== undefined && origins.length > 0) facts.push({ name: factWords.sentOnlyTo, text: origins.join(', ') })
  return facts
}

function placementInWords(placement: NonNullable<ConnectionDetails['placement']>, parameter: string | undefined): string {
  switch (placement) {
    case 'header':
      return factWords.inHeader(parameter ?? 'authorization')
    case 'query':
      return parameter === undefined ? factWords.inAddress : factWords.inAddressAs(parameter)
    case 'basic':
      return parameter === undefined ? factWords.asPassword : factWords.asPasswordOf(parameter)
  }
}

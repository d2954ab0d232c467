import type { FieldDescription, TypeDescription } from '../../../../src-shared/domain/credential-type'
import { genericTypeWords } from '../../../../src-shared/words/en/generic-types'

type Said = Pick<TypeDescription, 'type' | 'name' | 'description' | 'category' | 'scopes' | 'appFields' | 'help' | 'helpLinks'>

/** A type that is authorized with an app of a person's own, for everybody in the organisation, and used by any HTTP request. */
export const declaredDescription = (said: Said): TypeDescription => ({
  ...said,
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: ['HTTP request'],
  fields: [],
})

export const clientFields: FieldDescription[] = [
  { name: 'clientId', label: genericTypeWords.clientId, kind: 'text', required: true },
  { name: 'clientSecret', label: genericTypeWords.clientSecret, kind: 'secret', required: true },
]

/** For a provider that does not take any port of this computer for a redirect address. */
export const redirectPage = (provider: string): FieldDescription => ({
  name: 'redirectUri',
  label: genericTypeWords.redirectPage,
  kind: 'url',
  required: false,
  placeholder: 'https://',
  help: genericTypeWords.httpsPageRegisteredHands(provider),
})

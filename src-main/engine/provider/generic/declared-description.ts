import type { FieldDescription, TypeDescription } from '../../../../src-shared/domain/credential-type'

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
  { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
  { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
]

/** For a provider that does not take any port of this computer for a redirect address. */
export const redirectPage = (provider: string): FieldDescription => ({
  name: 'redirectUri',
  label: 'Redirect page',
  kind: 'url',
  required: false,
  placeholder: 'https://',
  help: `An HTTPS page registered at ${provider} that hands the answer on. Leave it empty where this address is registered with its port.`,
})

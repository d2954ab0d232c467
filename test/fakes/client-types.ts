import { genericApiKeyDescription } from '../../src-main/engine/provider/generic/generic-api-key-description'
import { genericOAuth2Description } from '../../src-main/engine/provider/generic/generic-oauth2-description'
import { githubDescription } from '../../src-main/engine/provider/github/description'
import { serviceDescription } from '../../src-main/engine/provider/managed/service-description'
import { passportDescription } from '../../src-main/engine/provider/passport/description'
import type { TypeView } from '../../src-shared/contract/directory'
import type { TypeDescription } from '../../src-shared/domain/credential-type'
import { slackType } from './client-data'

const plain = {
  managed: false,
  inDirectory: true,
  scopes: [],
  fields: [],
  appFields: [],
  help: [],
  helpLinks: [],
  providerAppConfigured: true,
  operator: null,
} satisfies Partial<TypeView>

/** As the provider's own file describes it, with its app where it takes one. */
const described = (description: TypeDescription, operator: TypeView['operator'] = null): TypeView => ({
  ...description,
  providerAppConfigured: true,
  operator,
})

const declared = (type: TypeView['type'], name: string, description: string): TypeView => ({
  ...plain,
  type,
  name,
  description,
  category: 'Work',
  visibility: 'org',
  creation: 'authorization',
  usedBy: ['HTTP request'],
  appFields: slackType.appFields,
  providerAppConfigured: false,
})

/** Every type with a card, in the order of the directory. */
export const fakeTypes: readonly TypeView[] = [
  slackType,
  described(githubDescription),
  described(passportDescription),
  described(serviceDescription, {
    problem: null,
    pendingHosts: ['https://eda.next.example', 'https://login.next.example'],
  }),
  {
    ...declared('neurocadDesktopApi', 'Neurocad Desktop Service', 'The route to the desktop of a person.'),
    managed: true,
    creation: 'operator',
    appFields: [],
    providerAppConfigured: true,
    operator: { problem: 'sessionManagerUrl must be an https address.', pendingHosts: [] },
  },
  described(genericOAuth2Description),
  described(genericApiKeyDescription),
  declared('googleApi', 'Google', 'Mail, calendars and files of a Google account.'),
  declared('microsoftApi', 'Microsoft', 'Mail, calendars and files of a Microsoft account.'),
  declared('linearApi', 'Linear', 'Issues and projects of a Linear workspace.'),
  declared('oktaApi', 'Okta', 'People and groups of an Okta organisation.'),
]

import type { TypeView } from '../../src-shared/contract/directory'
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

const githubType: TypeView = {
  ...plain,
  type: 'githubApi',
  name: 'GitHub',
  description: 'Read and write in repositories, and start recipes when something happens there.',
  category: 'Code',
  visibility: 'org',
  creation: 'authorization',
  usedBy: ['GitHub trigger', 'GitHub (action)'],
  appFields: [
    { name: 'appId', label: 'App ID', kind: 'text', required: true, placeholder: '123456' },
    { name: 'slug', label: 'App name in its address', kind: 'text', required: true, placeholder: 'acme-neurocad' },
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
    {
      name: 'privateKey',
      label: 'Private key',
      kind: 'pem',
      required: true,
      help: 'The .pem file that GitHub gave you when you generated a private key.',
    },
    { name: 'signingSecret', label: 'Webhook secret', kind: 'secret', required: false },
  ],
  help: ['A repository that answers 404 is one that the App was not given: configure the installation, and add it there.'],
  helpLinks: [{ label: 'Configure the installation', url: 'https://github.com/settings/installations' }],
}

const passportType: TypeView = {
  ...plain,
  type: 'neurocadUserIdentityApi',
  name: 'Neurocad Passport',
  description: 'Your own Neurocad identity, for recipes that act as you.',
  category: 'Neurocad',
  visibility: 'private',
  creation: 'authorization',
  usedBy: ['Library', 'Schematic', 'Create share link', 'Send to desktop'],
  scopes: [{ name: 'openid', reason: 'Know that it is you.' }],
  help: ['Library and Schematic require a Neurocad Passport.'],
}

const serviceType: TypeView = {
  ...plain,
  type: 'serviceApi',
  name: 'Neurocad Service',
  description: 'The EDA and Mechanical extraction services of your organisation.',
  category: 'Neurocad',
  visibility: 'org',
  managed: true,
  creation: 'operator',
  usedBy: ['Library', 'Schematic'],
  operator: { problem: null, pendingHosts: ['https://eda.next.example', 'https://login.next.example'] },
}

const desktopType: TypeView = {
  ...plain,
  type: 'neurocadDesktopApi',
  name: 'Neurocad Desktop Service',
  description: 'Finds the desktop that a recipe sends to.',
  category: 'Neurocad',
  visibility: 'org',
  managed: true,
  creation: 'operator',
  usedBy: ['Send to desktop'],
  operator: { problem: 'sessionManagerUrl must be an https address', pendingHosts: [] },
}

const genericOAuth2Type: TypeView = {
  ...plain,
  type: 'genericOAuth2',
  name: 'OAuth 2.0',
  description: 'Any service with an OAuth 2.0 authorization server.',
  category: 'Generic',
  visibility: 'org',
  creation: 'authorization',
  usedBy: ['HTTP request'],
  fields: [
    {
      name: 'issuer',
      label: 'Issuer',
      kind: 'url',
      required: false,
      placeholder: 'https://',
      help: 'Its endpoints are then found.',
    },
    { name: 'authorizeUrl', label: 'Authorization endpoint', kind: 'url', required: false, placeholder: 'https://' },
    { name: 'tokenUrl', label: 'Token endpoint', kind: 'url', required: false, placeholder: 'https://' },
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: false },
    { name: 'scopes', label: 'Scopes', kind: 'list', required: false, placeholder: 'openid profile' },
    { name: 'origins', label: 'Origins', kind: 'list', required: true, help: 'The only places that its token may be sent to.' },
  ],
}

const genericApiKeyType: TypeView = {
  ...plain,
  type: 'genericApiKey',
  name: 'API key',
  description: 'Any service that takes a key in a header, a parameter or as a password.',
  category: 'Generic',
  visibility: 'org',
  creation: 'fields',
  usedBy: ['HTTP request'],
  fields: [
    {
      name: 'placement',
      label: 'Where the key goes',
      kind: 'choice',
      required: true,
      options: [
        { value: 'header', label: 'Header' },
        { value: 'query', label: 'Query parameter' },
        { value: 'basic', label: 'Basic' },
      ],
    },
    {
      name: 'parameter',
      label: 'Name',
      kind: 'text',
      required: false,
      placeholder: 'authorization',
      help: 'Of the header or parameter; for Basic the user name.',
    },
    { name: 'key', label: 'Key', kind: 'secret', required: true },
    { name: 'origins', label: 'Origins', kind: 'list', required: true, placeholder: 'https://api.example.com' },
  ],
}

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
  githubType,
  passportType,
  serviceType,
  desktopType,
  genericOAuth2Type,
  genericApiKeyType,
  declared('googleApi', 'Google', 'Mail, calendars and files of a Google account.'),
  declared('microsoftApi', 'Microsoft', 'Mail, calendars and files of a Microsoft account.'),
  declared('linearApi', 'Linear', 'Issues and projects of a Linear workspace.'),
  declared('oktaApi', 'Okta', 'People and groups of an Okta organisation.'),
]

import type { TypeDescription } from '../../../../src-shared/domain/credential-type'

export const genericApiKeyDescription: TypeDescription = {
  type: 'genericApiKey',
  name: 'API key',
  description: 'Connects any service that takes a key in a header, in the address, or as a user name and password.',
  category: 'Generic',
  visibility: 'org',
  managed: false,
  creation: 'fields',
  inDirectory: true,
  usedBy: ['HTTP request'],
  scopes: [],
  fields: [
    { name: 'label', label: 'What it is for', kind: 'text', required: false, placeholder: 'Parts catalogue' },
    {
      name: 'placement',
      label: 'Where the key goes',
      kind: 'choice',
      required: true,
      options: [
        { value: 'header', label: 'A header' },
        { value: 'query', label: 'The address' },
        { value: 'basic', label: 'User name and password' },
      ],
    },
    {
      name: 'parameter',
      label: 'Name',
      kind: 'text',
      required: false,
      help: 'Of the header or of the parameter in the address, or the user name. Left empty: Authorization with Bearer, api_key, or no user name.',
    },
    { name: 'key', label: 'Key', kind: 'secret', required: true },
    {
      name: 'prefix',
      label: 'Word before the key',
      kind: 'text',
      required: false,
      placeholder: 'Bearer',
      help: 'For a header alone.',
    },
    {
      name: 'origins',
      label: 'Origins',
      kind: 'list',
      required: true,
      placeholder: 'https://api.example.com',
      help: 'The only places the key may be sent to, without a path.',
    },
    {
      name: 'testUrl',
      label: 'Test address',
      kind: 'url',
      required: false,
      placeholder: 'https://',
      help: 'Read with the key when the connection is tested. On one of the origins.',
    },
  ],
  appFields: [],
  help: [
    'Make a key at the service that may do what your recipes need, and no more.',
    'Removing the connection forgets the key here. To end it, delete it at the service.',
  ],
  helpLinks: [
    { label: 'How HTTP authentication works', url: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/Authentication' },
  ],
}

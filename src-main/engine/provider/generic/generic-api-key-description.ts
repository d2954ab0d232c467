import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import { genericTypeWords } from '../../../../src-shared/words/en/generic-types'

export const genericApiKeyDescription: TypeDescription = {
  type: 'genericApiKey',
  name: genericTypeWords.apiKey,
  description: genericTypeWords.description,
  category: genericTypeWords.category,
  visibility: 'org',
  managed: false,
  creation: 'fields',
  inDirectory: true,
  usedBy: ['HTTP request'],
  scopes: [],
  fields: [
    {
      name: 'label',
      label: genericTypeWords.whatIs,
      kind: 'text',
      required: false,
      placeholder: genericTypeWords.partsCatalogue,
    },
    {
      name: 'placement',
      label: genericTypeWords.whereKeyGoes,
      kind: 'choice',
      required: true,
      options: [
        { value: 'header', label: 'A header' },
        { value: 'query', label: genericTypeWords.theAddress },
        { value: 'basic', label: genericTypeWords.userNamePassword },
      ],
    },
    {
      name: 'parameter',
      label: genericTypeWords.name,
      kind: 'text',
      required: false,
      help: genericTypeWords.headerOrParameterAddress,
    },
    { name: 'key', label: genericTypeWords.key, kind: 'secret', required: true },
    {
      name: 'prefix',
      label: genericTypeWords.wordBeforeKey,
      kind: 'text',
      required: false,
      placeholder: 'Bearer',
      help: genericTypeWords.headerAlone,
    },
    {
      name: 'origins',
      label: genericTypeWords.origins,
      kind: 'list',
      required: true,
      placeholder: 'https://api.example.com',
      help: genericTypeWords.onlyPlacesKeyMay,
    },
    {
      name: 'testUrl',
      label: genericTypeWords.testAddress,
      kind: 'url',
      required: false,
      placeholder: 'https://',
      help: genericTypeWords.readKeyWhenConnection,
    },
  ],
  appFields: [],
  help: [genericTypeWords.makeKeyServiceMay, genericTypeWords.removingConnectionForgetsKey],
  helpLinks: [
    {
      label: genericTypeWords.howHttpAuthenticationWorks,
      url: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/Authentication',
    },
  ],
}

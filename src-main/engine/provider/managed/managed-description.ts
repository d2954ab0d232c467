import type { TypeDescription } from '../../../../src-shared/domain/credential-type'

/** A type that the operator provides for the whole organisation. */
export const managedDescription = (said: Pick<TypeDescription, 'type' | 'name' | 'description' | 'usedBy'>): TypeDescription => ({
  ...said,
  category: 'Neurocad',
  visibility: 'org',
  managed: true,
  creation: 'operator',
  inDirectory: true,
  scopes: [],
  fields: [],
  appFields: [],
  help: [
    'Your organisation provides this connection. Nobody adds, edits or removes it here; if it is missing or broken, talk to your operator.',
    'Recipes need no choice of it: picking a Neurocad Passport brings it along.',
  ],
  helpLinks: [],
})

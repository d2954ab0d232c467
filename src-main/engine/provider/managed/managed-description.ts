import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import { managedTypeWords } from '../../../../src-shared/words/en/managed-types'

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
  help: [managedTypeWords.yourOrganisationProvidesConnection, managedTypeWords.recipesNeedNoChoice],
  helpLinks: [],
})

import type { TypeDescription } from '../../../../src-shared/domain/credential-type'

export const serviceDescription: TypeDescription = {
  type: 'serviceApi',
  name: 'Neurocad Service',
  description: 'Reaches the EDA and Mechanical extraction services that Library and Schematic nodes work with.',
  category: 'Neurocad',
  visibility: 'org',
  managed: true,
  creation: 'operator',
  inDirectory: true,
  usedBy: ['Library', 'Schematic'],
  scopes: [],
  fields: [],
  appFields: [],
  help: [
    'Your organisation provides this connection. Nobody adds, edits or removes it here; if it is missing or broken, talk to your operator.',
    'Recipes need no choice of it: picking a Neurocad Passport brings it along.',
  ],
  helpLinks: [],
}

import { managedDescription } from './managed-description'

export const serviceDescription = managedDescription({
  type: 'serviceApi',
  name: 'Neurocad Service',
  description: 'Reaches the EDA and Mechanical extraction services that Library and Schematic nodes work with.',
  usedBy: ['Library', 'Schematic'],
})

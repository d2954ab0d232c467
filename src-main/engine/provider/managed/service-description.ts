import { managedTypeWords } from '../../../../src-shared/words/en/managed-types'
import { managedDescription } from './managed-description'

export const serviceDescription = managedDescription({
  type: 'serviceApi',
  name: managedTypeWords.neurocadService,
  description: managedTypeWords.reachesEdaMechanicalExtraction,
  usedBy: ['Library', 'Schematic'],
})

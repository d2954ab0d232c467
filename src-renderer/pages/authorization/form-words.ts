import type { TypeView } from '../../../src-shared/contract/directory'
import { enteringWords } from '../../../src-shared/words/en/entering'
import type { Entering } from '../../stores/authorization-slice'

interface FormWords {
  title: string
  lead: string
  button: string
}

/** What the form says, by what it leads to. */
export function formWords({ purpose }: Entering, { name, creation }: Pick<TypeView, 'name' | 'creation'>): FormWords {
  const authorizes = creation !== 'fields'
  if (purpose.kind === 'add') {
    return {
      title: authorizes ? enteringWords.connect(name) : enteringWords.add(name),
      lead: authorizes ? enteringWords.connectLead : enteringWords.addLead,
      button: authorizes ? enteringWords.continue : enteringWords.addButton,
    }
  }
  return {
    title: authorizes ? enteringWords.reconnect(purpose.connection.name) : enteringWords.newKey(purpose.connection.name),
    lead: authorizes ? enteringWords.reconnectLead : enteringWords.newKeyLead,
    button: authorizes ? enteringWords.continue : enteringWords.newKeyButton,
  }
}

import { managedTypeWords } from '../../../../src-shared/words/en/managed-types'
import type { Provider } from '../provider'
import { managedDescription } from './managed-description'

const description = managedDescription({
  type: 'neurocadDesktopApi',
  name: managedTypeWords.name,
  description: managedTypeWords.description,
  usedBy: [managedTypeWords.sendDesktop],
})

/** Neurocad's session manager: a route and no secret. Who sends is said by the Passport that a request carries beside it. */
export const desktopService: Provider = {
  description,
  // There is nothing of its own that could be refused.
  test: async () => ({ result: 'success' }),
  inject: ({ details: { sessionManagerUrl = '' } }) => ({
    headers: {},
    query: {},
    origins: [new URL(sessionManagerUrl).origin],
  }),
  sameGrant: () => false,
  manualRevoke: managedTypeWords.manualRevoke,
}

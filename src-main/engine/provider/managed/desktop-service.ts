import type { Provider } from '../provider'
import { managedDescription } from './managed-description'

const description = managedDescription({
  type: 'neurocadDesktopApi',
  name: 'Neurocad Desktop Service',
  description: "The route to a person's connected Neurocad desktop, for the Send to desktop node.",
  usedBy: ['Send to desktop'],
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
  manualRevoke: 'Ask your operator: there is nothing to end.',
}

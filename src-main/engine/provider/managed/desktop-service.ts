import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import type { Provider } from '../provider'

const description: TypeDescription = {
  type: 'neurocadDesktopApi',
  name: 'Neurocad Desktop Service',
  description: "The route to a person's connected Neurocad desktop, for the Send to desktop node.",
  category: 'Neurocad',
  visibility: 'org',
  managed: true,
  creation: 'operator',
  inDirectory: true,
  usedBy: ['Send to desktop'],
  scopes: [],
  fields: [],
  appFields: [],
  help: [
    'Your organisation provides this connection. Nobody adds, edits or removes it here; if it is missing or broken, talk to your operator.',
    'Recipes need no choice of it: picking a Neurocad Passport brings it along.',
  ],
  helpLinks: [],
}

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

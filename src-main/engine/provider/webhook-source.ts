import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import type { Provider } from './provider'

const description: TypeDescription = {
  type: 'webhook_source',
  name: 'Webhook Source',
  description: 'Checks that webhooks which start a recipe come from the sender they claim.',
  category: 'Runtime',
  visibility: 'org',
  managed: false,
  creation: 'runtime',
  inDirectory: false,
  usedBy: ['Webhook trigger'],
  scopes: [],
  fields: [],
  appFields: [],
  help: ['A recipe with a Webhook trigger makes its own source; there is nothing to add or remove here.'],
  helpLinks: [],
}

/** A secret shared with a sender of webhooks. It checks what comes in, so no request ever carries it. */
export const webhookSource: Provider = {
  description,
  // Nobody can be asked: a delivery that verifies is the test.
  test: async () => ({ result: 'success' }),
  inject: () => ({ headers: {}, query: {}, origins: [] }),
  sameGrant: () => false,
  manualRevoke: 'Take the webhook out at its sender.',
}

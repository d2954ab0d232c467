import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import { managedTypeWords } from '../../../src-shared/words/en/managed-types'
import type { Provider } from './provider'

const description: TypeDescription = {
  type: 'webhook_source',
  name: managedTypeWords.webhookSource,
  description: managedTypeWords.checksWebhooksWhichStart,
  category: managedTypeWords.category,
  visibility: 'org',
  managed: false,
  creation: 'runtime',
  inDirectory: false,
  usedBy: [managedTypeWords.webhookTrigger],
  scopes: [],
  fields: [],
  appFields: [],
  help: [managedTypeWords.recipeWebhookTriggerMakes],
  helpLinks: [],
}

/** A secret shared with a sender of webhooks. It checks what comes in, so no request ever carries it. */
export const webhookSource: Provider = {
  description,
  // Nobody can be asked: a delivery that verifies is the test.
  test: async () => ({ result: 'success' }),
  inject: () => ({ headers: {}, query: {}, origins: [] }),
  sameGrant: () => false,
  manualRevoke: managedTypeWords.takeWebhookOutSender,
}

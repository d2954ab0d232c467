import { area } from '../chosen'

/** What is wrong with a choice of credential, and why there is nothing to choose from. */
export const bindingWords = area('binding', {
  wrongType: (type: string) => `is not of the type of this node's slot: ${type}`,
  takesNone: 'is not for this kind of node, which takes no credential',
  managed: 'is provided by your operator, and cannot be chosen',
  inThePast: 'must be in the future',
  onlyPrivate: 'is only for private connections: others need no grant',
  nothingChosen: 'is only for a connection that is chosen',
  sameConnection: 'is the connection itself',
  otherType: 'must be of the same type',
  wasRemoved: 'was removed; choose one that is there',
  notWebhookTrigger: 'is not a Webhook trigger',
  notPrivate: 'is not a private connection',
  noneYet: (type: string) => `There is no ${type} connection yet. Add one to choose it here.`,
  noneOfYours: (type: string) => `You have no ${type} yet, and only your own can be chosen. Add one to choose it here.`,
  noneFound: (type: string) => `No ${type} connection matches.`,
  noSource: 'This trigger has no source yet. Make one here: its secret signs what the sender sends.',
})

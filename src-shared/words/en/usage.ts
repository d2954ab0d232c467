import { area } from '../chosen'
import { plural } from './forms'

/** What uses a connection, and what breaks without it. */
export const usageWords = area('usage', {
  usedBy: 'Used by',
  nothing: 'No recipe uses this connection.',
  nodes: (names: readonly string[]) => names.join(', '),
  deployed: 'Deployed',
  draft: 'Not deployed',
  grants: (count: number) => plural(count, { one: '# grant', other: '# grants' }),
  showAll: (count: number) => plural(count, { one: 'Show # more', other: 'Show # more' }),

  breaks: (count: number) => plural(count, { one: '# recipe stops working', other: '# recipes stop working' }),
  andMore: (count: number) => plural(count, { one: 'and # more recipe', other: 'and # more recipes' }),
  breaksNothing: 'No recipe uses it, so nothing stops.',
  notKnown: 'Which recipes use it could not be found out.',
  grantsEnd: (count: number) =>
    plural(count, { one: '# grant of yours no longer permits anything', other: '# grants no longer permit anything' }),

  instead: 'Use another connection instead',
  insteadLead: 'Drafts of these recipes use it from now on. What is deployed stays as it is until you deploy it again.',
  insteadOne: 'Connection to use instead',
  noOther: 'There is no other connection of this type.',
  rebind: 'Use it instead',
  rebound: (count: number, connection: string) =>
    plural(count, { one: `# recipe uses ${connection} now`, other: `# recipes use ${connection} now` }),

  advisor: 'Permissions and what needs them',
  needed: 'Used by recipes',
  unused: 'Granted, not used',
  lacking: 'Needed, not granted',
  unusedLead: (count: number) =>
    plural(count, {
      one: 'Recipes use everything but # permission. Reconnect without it to give away less.',
      other: 'Recipes use everything but # permissions. Reconnect without them to give away less.',
    }),
  lackingLead: (count: number) =>
    plural(count, {
      one: 'A recipe needs # permission that was not granted, and fails there until you reconnect.',
      other: 'Recipes need # permissions that were not granted, and fail there until you reconnect.',
    }),
  fewer: 'Reconnect with fewer',
  fewerTitle: (name: string) => `Reconnect ${name} with fewer permissions?`,
  fewerLead: 'The provider asks you to agree to these alone. The id stays, and recipes go on with it.',
  keeps: 'Keeps',
  givesUp: 'Gives up',
  fewerButton: 'Reconnect with fewer',
})

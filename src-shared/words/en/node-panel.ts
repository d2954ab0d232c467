import { area } from '../chosen'
import { plural } from './forms'

/** Beside the graph: one node, the connection it uses, and what it does. */
export const nodePanelWords = area('nodePanel', {
  close: 'Close the node',
  credential: 'Connection',
  credentialOptional: 'Connection, if it needs one',
  noCredential: 'This node needs no connection.',
  none: 'None',
  choose: 'Choose a connection',
  search: 'Search these connections',
  noMatch: (query: string) => `None matches “${query}”.`,
  moreMatch: (shown: number, all: number) => `${shown} of ${all} are shown. Search to narrow them.`,
  use: 'Use this connection',
  useAndGrant: 'Use and grant',
  change: 'Change to this connection',
  unbind: 'Unbind',
  unbound: (node: string) => `${node} has no connection now`,
  bound: (connection: string, node: string) => `${node} uses ${connection}`,
  undo: 'Undo',
  notUndone: 'This could not be undone',
  selectedNow: 'In use',
  preselected: 'The only one there is, so it is chosen already. Nothing uses it until you confirm.',
  hidden: 'Somebody else’s private connection is bound here. Only its owner sees it; choosing another takes its place.',
  emptyAction: (type: string) => `Connect ${type}`,

  managed: 'Comes with it',
  managedBound: 'Provided by your operator and bound already. There is nothing to choose.',
  managedMissing: 'Your operator has not provided this yet. Talk to them.',

  grantsTitle: 'This writes a grant',
  grants: (connection: string, node: string) =>
    `Recipes belong to everyone in your organisation; ${connection} is yours alone. You sign a permission for “${node}” to use it, as the node is now. Whoever deploys may run it in your name until you revoke it.`,
  expires: 'Ends',
  never: 'Never, until you revoke it',
  inADay: 'In a day',
  inAWeek: 'In a week',
  inAMonth: 'In 30 days',
  inAYear: 'In a year',

  grant: 'Grant',
  granted: 'Granted by you for what this node does now.',
  missing: 'Not granted: you have not permitted this node to use it yet.',
  earlierVersion: 'Granted for an earlier version: this node does something else by now.',
  expired: 'The grant has ended.',
  revoked: 'You revoked the grant.',
  giveGrant: 'Grant',
  grantAgain: 'Grant again',
  grantGiven: (node: string) => `Granted ${node}`,

  params: 'What it does',
  noParams: 'It has no parameters.',
  template: 'Filled in while it runs',
  missingParams: (count: number) =>
    plural(count, {
      one: '# parameter is missing. Replace the recipe with one that has it.',
      other: '# parameters are missing. Replace the recipe with one that has them.',
    }),

  webhook: 'Where deliveries come in',
  webhookUrl: 'Address',
  noUrl: 'This host has no address of its own yet.',
  makeSource: 'Make its source',
  newSecret: 'Make a new secret',
  makeLead: 'A source checks the signature of each delivery, so that only the sender who has the secret starts this recipe.',
  secretTitle: 'The secret of this webhook',
  secretLead: 'Give it to the sender now: it is shown this once, and sealed from then on.',
  secret: 'Secret',
  done: 'I have it',
  newSecretTitle: 'Make a new secret?',
  newSecretLead: 'Deliveries that are signed with the old one are refused at once.',
})

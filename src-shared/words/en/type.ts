import { area } from '../chosen'
import { plural } from './forms'

/** The page of one type of connection. */
export const typeWords = area('type', {
  back: 'Connect',
  notThere: 'This type cannot be shown',
  onlyYou: 'Only you can see and use these',
  add: 'Add connection',
  about: (service: string) => `About ${service}`,
  aboutWhat: (service: string) => `About ${service}: nodes, permissions and help`,

  usedBy: 'Used by',
  whoSees: 'Who sees it',
  asksFor: 'What it asks for',
  goodToKnow: 'Good to know',
  seenByYou: 'Only you can see and use your connections of this type.',
  seenByAllManaged: 'Everyone in your organisation; recipes use it without anyone picking it.',
  seenByAll: 'Everyone in your organisation can see these connections and use them in recipes.',

  connections: 'Connections',
  connectionsOf: (service: string) => `${service} connections`,
  search: (service: string) => `Search ${service} connections`,
  nothingFoundWhy: 'Search looks at names, accounts and ids, from the beginning of each word.',
  none: (service: string) => `No ${service} connection yet`,
  noneKey: 'Enter a key that a service gave you. It is sealed in your vault, and sent only where you say.',
  noneApprove: (service: string) =>
    `Approve Neurocad on ${service}’s own page. You paste no tokens: what it answers is sealed in your vault.`,
  /** In place of a service whose name is entered with the connection. */
  thatService: 'that service',

  fileUnreadable: 'Your operator’s file could not be read',
  fileKept: 'What it said before stays in use until your operator corrects it.',
  provided: 'Provided for your organisation',
  notProvisioned: 'Not provisioned for your organisation',
  notProvisionedWhy: (service: string) =>
    `Your operator provides ${service}, and has not yet. Talk to them: there is nothing to set up here.`,

  newHosts: (count: number) =>
    plural(count, { one: 'Your operator’s file names a new host', other: 'Your operator’s file names # new hosts' }),
  confirmHosts: (count: number) => plural(count, { one: 'Confirm this host', other: 'Confirm these hosts' }),
  beforeYou: (count: number) =>
    plural(count, {
      one: 'Nothing is sent to it before you confirm. Ask your operator where you are not sure.',
      other: 'Nothing is sent to them before you confirm. Ask your operator where you are not sure.',
    }),
  beforeOwner: (count: number) =>
    plural(count, {
      one: 'Nothing is sent to it before the owner of this vault confirms.',
      other: 'Nothing is sent to them before the owner of this vault confirms.',
    }),
  mayUseHosts: (service: string) => `${service} may use the new hosts`,
})

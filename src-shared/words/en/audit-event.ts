import { area } from '../chosen'
import { plural } from './forms'

const slots = { password: 'the password', recovery: 'the recovery code', device: 'unlocking with this computer' }
const changes = { made: 'Set up', replaced: 'Replaced', removed: 'Removed' }

/** What the audit says of events that no connection's history has. */
export const auditEventWords = area('auditEvent', {
  vault: 'Vault',
  signer: (person: string) => `Signing key of ${person}`,
  grant: (node: string) => `Grant for ${node}`,

  vaultCreated: 'Made this vault.',
  slotChanged: (slot: keyof typeof slots, change: keyof typeof changes) => `${changes[change]} ${slots[slot]}.`,
  keysRotated: (version: number, change: 'started' | 'finished') =>
    change === 'started'
      ? `Began to rotate the keys: new secrets are under version ${version}.`
      : `Rotated the keys: every secret is under version ${version}, and the earlier one is gone.`,
  exported: (form: 'sealed' | 'plain', connections: number, apps: number) =>
    `Exported ${plural(connections, { one: '# connection', other: '# connections' })} and ${plural(apps, { one: '# app', other: '# apps' })}, ${form === 'sealed' ? 'sealed with a password' : 'in the clear'}.`,
  imported: (connections: number, apps: number) =>
    `Imported ${plural(connections, { one: '# connection', other: '# connections' })} and ${plural(apps, { one: '# app', other: '# apps' })} from an export.`,
  drilled: (problems: number) =>
    problems === 0
      ? 'Restore drill: the copy opened, and all of it was read.'
      : `Restore drill: ${plural(problems, { one: '# problem', other: '# problems' })}.`,
  salvaged: 'Something of the vault’s files could not be read; the rest was kept.',
  damageAcknowledged: 'Took note of the damage.',
  rolledBack: 'An older copy of this vault was found in its place.',
  copyAccepted: 'Went on with the older copy.',
  settingsChanged: (names: readonly string[]) => `Changed settings: ${names.join(', ')}.`,
  purged: 'Purged: it is in no list any more.',
  appSet: 'Entered its app.',
  appRemoved: 'Forgot its app.',
  added: (account: string) => `Added for ${account}.`,
  refreshStarted: 'Began to refresh its tokens.',
  refreshedInPart: 'Refreshed part of its tokens.',
  used: 'Used.',
  bindingLost: 'It is bound to nobody any more.',
  recipeImported: (nodes: number) => `Imported, with ${plural(nodes, { one: '# node', other: '# nodes' })}.`,
  recipeReplaced: (nodes: number) => `Replaced; it has ${plural(nodes, { one: '# node', other: '# nodes' })} now.`,
  recipeBound: (node: string) => `Chose a connection for the node ${node}.`,
  recipeUnbound: (node: string) => `Took the connection from the node ${node}.`,
  granted: (person: string) => `${person} permitted it.`,
  recipeRebound: (nodes: number) => `Chose another connection for ${plural(nodes, { one: '# node', other: '# nodes' })}.`,
  recipeRemoved: 'Removed.',
  grantRevoked: 'Revoked.',
  deployed: (version: number) => `Deployed version ${version}.`,
  withdrawn: 'Withdrew the deployment.',
  runStarted: 'A run began.',
  nodeSucceeded: (node: string) => `The node ${node} succeeded.`,
  nodeFailed: (node: string) => `The node ${node} failed.`,
  nodeSkipped: (node: string) => `The node ${node} was skipped.`,
  runFinished: (status: string) => `The run ended: ${status}.`,
  signerMade: 'Made the key that grants are signed with.',
  memberLeft: (subject: string) => `${subject} left the organisation.`,
  memberReturned: (subject: string) => `${subject} is in the organisation again.`,
  fileAnnounced: (sender: string) => `${sender} sent a file.`,
  filePlacing: 'About to put it into the receive folder.',
  fileReceived: 'Received.',
  fileRefused: (message: string) => `Refused: ${message}`,
  fileRemoved: 'Removed from the inbox.',
  other: (kind: string) => `An event of the kind ${kind}.`,
})

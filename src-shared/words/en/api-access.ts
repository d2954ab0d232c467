import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** The loopback API, and the tokens of the scripts that call it. */
export const apiAccessWords = area('apiAccess', {
  title: 'API access',
  lead: 'Scripts on this computer can do what you can do here. Each needs a token of its own, so that you can revoke one without the others.',
  answer: 'Answer scripts on this computer',
  answerLead: 'At an address that only this computer reaches, and only to who has a token.',
  address: 'Address',
  addressLead: 'Of the HTTP API. It answers while the program runs.',
  addressOff: 'It answers nowhere while this is off.',
  addressWhat: 'address',

  nameOfNew: 'Name of the new token',
  nameExample: 'What it is for, like “nightly backup”',
  create: 'Create token',
  shownOnce: (name: string) => `The token “${name}”, shown this once. Copy it now.`,
  token: 'token',
  tokens: 'Access tokens',
  done: 'Done',

  actsAs: (subject: string) => `Acts as ${subject}`,
  notUsed: 'not used yet',
  used: <Part>(when: Part): Rich<Part> => rich`used ${when}`,
  revoke: 'Revoke',
  revokeOne: (name: string) => `Revoke ${name}`,
  revokeAsk: (name: string) => `Revoke “${name}”?`,
  revokeWhy: 'Whatever uses this token is refused from now on. A revoked token cannot be brought back; you can make a new one.',
  revokeButton: 'Revoke token',
})

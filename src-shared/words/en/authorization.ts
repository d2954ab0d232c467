import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** From the opened consent page to its outcome. */
export const authorizationWords = area('authorization', {
  connect: (service: string) => `Connect ${service}`,
  reconnect: (name: string) => `Reconnect ${name}`,

  waiting: (service: string) => `Waiting for you to approve at ${service}`,
  opened: <Part>(host: Part): Rich<Part> => rich`A page at ${host} was opened in your browser.`,
  approveThenPaste: 'Approve there, then paste the address it ends on.',
  approve: 'Approve there; this ends by itself.',
  pasteAddress: 'Paste the address',

  address: 'Address after you approved',
  addressHint: 'Copy the whole address from your browser’s address bar, even if that page shows an error.',
  finish: 'Finish',

  tookTooLong: 'This took too long',
  notConnected: (service: string) => `${service} was not connected`,
  notReconnected: (name: string) => `${name} was not reconnected`,
  tenMinutes: 'For your safety a consent is only good for ten minutes.',
  noReason: 'The provider gave no reason.',
  nothingChanged: 'Nothing was changed.',
  details: 'details',
  discard: 'Discard this approval',

  connected: (name: string) => `${name} is connected`,
  onlyYou: 'Only you can see and use it.',
  recipesCan: 'Recipes can use it now.',
  reconnected: (name: string) => `${name} is reconnected`,
  sameId: 'Its id is the same, so recipes keep working.',
  newlyGranted: (scopes: readonly string[]) => `Newly granted: ${scopes.join(', ')}.`,
  noLongerGranted: (scopes: readonly string[]) => `No longer granted: ${scopes.join(', ')}.`,
})

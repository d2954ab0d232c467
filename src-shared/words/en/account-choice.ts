import { area } from '../chosen'

/** What is asked when the approved account is not simply the next one. Names stand in it as the provider gives them. */
export const accountChoiceWords = area('accountChoice', {
  anotherAccount: 'another account',
  thisAccount: 'the account of this connection',
  thisConnection: 'This connection',

  existsAlready: (account: string) => `${account} is connected already`,
  existsWhy: (account: string, service: string, connection: string) =>
    `You approved ${account} at ${service}, which “${connection}” stands for. What would you like to do with this approval?`,
  reconnectExisting: 'Reconnect the existing one',
  reconnectExistingEffect: 'Its id stays, so recipes keep working.',
  keepAsSecond: 'Keep it as a second connection',
  keepAsSecondEffect: 'It gets an id of its own; recipes choose between the two.',

  mismatch: (account: string, expected: string) => `You approved ${account}, not ${expected}`,
  mismatchWhy: (connection: string, expected: string, service: string) =>
    `Nothing was changed. “${connection}” still stands for ${expected} at ${service}.`,
  keepAsNew: 'Keep it as a new connection',
  keepAsNewEffect: 'The one you were reconnecting stays as it is.',
  switch: 'Switch this connection to that account',
  /** A person is acted as. */
  switchToPerson: (connection: string, account: string) =>
    `Every recipe that uses “${connection}” acts as ${account} from then on.`,
  /** A workspace, an organisation or a repository owner is acted in. */
  switchToPlace: (connection: string, account: string) =>
    `Every recipe that uses “${connection}” acts in ${account} from then on.`,
  it: 'it',
})

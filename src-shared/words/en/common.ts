import { area } from '../chosen'
import { number } from './forms'

/** What stands on many pages: the words of buttons, fields and marks. */
export const commonWords = area('common', {
  /** The product's name is the same in every language. */
  product: 'Neurocad Connect',
  /** The modifier key, as keyboards of this language have it. */
  ctrl: 'Ctrl',
  number: (value: number) => number(value),

  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  keepIt: 'Keep it',
  tryAgain: 'Try again',
  reconnect: 'Reconnect',
  openPageAgain: 'Open the page again',
  openAt: (where: string) => `Open at ${where}`,
  goodFor: (countdown: string) => `Good for another ${countdown}`,

  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  show: (label: string) => `Show ${label.toLowerCase()}`,
  hide: (label: string) => `Hide ${label.toLowerCase()}`,
  chooseFile: 'Choose the file',
  optional: 'Optional',
  clearSearch: 'Clear search',
  nothingMatches: (query: string) => `Nothing matches “${query}”`,
  loading: 'Loading',

  /** What a screen reader says before the text of a notice, and of where they all are. */
  notice: 'Notification',
  notices: (key: string) => `Notifications (${key})`,

  managed: 'Managed',
  private: 'Private',
  /** In the middle of a sentence, where it is not known which. */
  theProvider: 'the provider',
})

import { area } from '../chosen'
import { type Rich, rich } from '../rich'

export const signInWords = area('signIn', {
  pageTitle: 'Sign in',
  title: 'Sign in to this window',
  lead: 'Open the link that your terminal printed when it started Neurocad Connect. It signs in one window, once, and only for a minute; run the command again for a new one.',
  token: 'Access token',
  tokenHint: <Part>(file: Part): Rich<Part> => rich`Or paste the content of the file ${file} in the data folder.`,
  tokenRefused: 'This token is not valid here.',
  signIn: 'Sign in',

  nothingAnswers: 'Nothing answers',
  nothingAnswersLead: 'Neurocad Connect is starting, or it has been stopped. Your connections are safe in the vault.',
})

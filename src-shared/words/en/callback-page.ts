import { area } from '../chosen'

/** The small pages at the end of an authorization, and before an App is made. */
export const callbackPageWords = area('callbackPage', {
  refused: 'This did not work',
  /** What to do, by the recovery of the error. */
  retry: 'Go back to Neurocad Connect and start again.',
  unlock: 'Unlock the vault in Neurocad Connect, then reload this page.',
  reconnect: 'Go back to Neurocad Connect and reconnect.',
  edit_input: 'Go back to Neurocad Connect and check what you entered.',
  select: 'Go back to Neurocad Connect and choose again.',
  grant: 'Ask the owner of the connection for a grant.',
  contact_operator: 'Tell whoever runs Neurocad Connect for you, with the code below.',
  none: 'You can close this page and go back to Neurocad Connect.',

  question: 'One more step',
  questionLead: 'Neurocad Connect has a question about this account. Go back there to answer it.',
  connected: 'Connected',
  close: 'You can close this page and go back to Neurocad Connect.',

  makeApp: 'Make your own GitHub App',
  makeAppLead: (host: string) =>
    `GitHub makes an App that belongs to you, and gives its key to Neurocad Connect alone. The next page is of ${host}: you can change the name there before you confirm.`,
  makeAppButton: 'Continue to GitHub',
  appMade: 'Your App is here',
})

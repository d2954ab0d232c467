import { area } from '../chosen'

/** What the Neurocad Passport says of itself, and of a sign-in that fails. */
export const passportWords = area('passport', {
  name: 'Neurocad Passport',
  description: 'Your Neurocad identity: recipes act as you in your library, on your desktop and where you share.',
  createShareLink: 'Create share link',
  sendDesktop: 'Send to desktop',
  knowWhichNeurocadAccount: 'Know which Neurocad account this is.',
  showAccountByAddress: 'Show the account by its address.',
  showAccountByName: 'Show the account by its name where it has no address.',
  staySignedWhileYou: 'Stay signed in while you are away, for recipes that run later.',
  signServer: 'Sign-in server',
  clientId: 'Client ID',
  identityExchange: 'Identity exchange',
  whereNeurocadExchangesSign:
    'Where Neurocad exchanges a sign-in for an identity. Requests with a Passport go to its host and no other.',
  librarySchematicRequireNeurocad: 'Library and Schematic require a Neurocad Passport.',
  onlyYouSeeYour: 'Only you see your Passport. Whatever a recipe does with it happens in your account and under your name.',
  refreshesItselfWhenNeurocad: 'It refreshes itself. When Neurocad signs you out everywhere, it asks for a Reconnect.',
  mustBeginHttpsHave: 'must begin with https:// and have no query, user name or fragment',
  mustBeginHttpsHaveNo: 'must begin with https:// and have no user name or fragment',
  neurocadSaysSignIs: 'Neurocad says that this sign-in is of another account.',
  thereIsNoNeurocad: 'There is no Neurocad client to ask with. Enter it again.',
  manualRevoke: 'Neurocad could not be told. Sign out everywhere in your Neurocad account, so that its tokens stop working.',
})

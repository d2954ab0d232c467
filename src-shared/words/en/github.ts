import { area } from '../chosen'

/** What GitHub's type says of itself, its permissions, its App, and what a diagnosis finds there. */
export const githubWords = area('github', {
  configureInstallation: 'Configure the installation',
  description: 'Lets recipes start from issues, pull requests and pushes, and work with issues in the repositories you choose.',
  category: 'Code',
  githubTrigger: 'GitHub trigger',
  githubAction: 'GitHub (action)',
  openCommentOnClose: 'Open, comment on and close issues.',
  readFilesStartRecipe: 'Read files, and start a recipe when somebody pushes.',
  readPullRequestsStart: 'Read pull requests, and start a recipe from them.',
  listRepositoriesInstallationSo: 'List the repositories of the installation, so that one can be picked.',
  appId: 'App ID',
  slug: 'Name in the address',
  slugHelp: 'The last part of the address of its public page, https://github.com/apps/….',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  privateKey: 'Private key',
  privateKeyHelp: 'The whole .pem file that GitHub gave when the key was made.',
  webhookSecret: 'Webhook secret',
  webhookSecretHelp:
    'GitHub signs its events with it. Without it they are refused, and a check every so often finds what they would have said.',
  helpNotInstalled: (configure: string) =>
    `A recipe that is answered 404 for a repository you can see: the App is not installed on it. ${configure} at GitHub (Settings, Installed GitHub Apps, Configure), add the repository there, and change nothing here.`,
  helpOwners:
    'Installing on an account of an organisation may need one of its owners. GitHub asks them; start again when they have approved.',
  helpOwnApp:
    'In the settings of your own App, switch on "Request user authorization (OAuth) during installation" and "Redirect on update", and register the callback address of this program.',
  registerGithubApp: 'Register a GitHub App',
  installingGithubApp: 'Installing a GitHub App',
  enterApp: 'Enter your app',
  hasEveryPermission: 'The installation has every permission it needs.',
  lacksPermission: (permissions: readonly string[]) =>
    `The installation lacks ${permissions.join(', ')}. Add it to the App, then accept it for the installation.`,
  installedOn: (repository: string) => `The App is installed on ${repository}.`,
  notInstalledOn: (repository: string) =>
    `This installation of the App does not have ${repository}, so GitHub answers 404 for it. Add the repository there.`,
  answeredWithError: (said: string) => `GitHub answered with an error (${said}).`,
  manualRevoke:
    'GitHub could not be told. Uninstall the App at GitHub under Settings, Applications, Installed GitHub Apps, Configure.',
  suspended: 'The installation is suspended at GitHub.',
  mustBeRsaKey: 'must be the whole RSA private key that GitHub gave, without a password',
  ofAnotherApp: 'This installation belongs to another App than the one entered now. Enter that App again, or reconnect.',
  ownerWasAsked: 'GitHub has asked an owner of the account to approve the installation. Start again when they have.',
  notYourInstallation: 'The installation is not one of this App that you can see at GitHub, so it was not taken.',
})

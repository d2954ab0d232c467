import type { TypeDescription } from '../../../../src-shared/domain/credential-type'

/** What a diagnosis and the help call the page at GitHub where repositories are added to an installation. */
export const CONFIGURE = 'Configure the installation'

/** GitHub as the directory and its page show it. The scopes are the App permissions that the recipe nodes need. */
export const githubDescription: TypeDescription = {
  type: 'githubApi',
  name: 'GitHub',
  description: 'Lets recipes start from issues, pull requests and pushes, and work with issues in the repositories you choose.',
  category: 'Code',
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: ['GitHub trigger', 'GitHub (action)'],
  scopes: [
    { name: 'issues:write', reason: 'Open, comment on and close issues.' },
    { name: 'contents:read', reason: 'Read files, and start a recipe when somebody pushes.' },
    { name: 'pull_requests:read', reason: 'Read pull requests, and start a recipe from them.' },
    { name: 'metadata:read', reason: 'List the repositories of the installation, so that one can be picked.' },
  ],
  fields: [],
  appFields: [
    { name: 'appId', label: 'App ID', kind: 'text', required: true, placeholder: '123456' },
    {
      name: 'slug',
      label: 'Name in the address',
      kind: 'text',
      required: true,
      help: 'The last part of the address of its public page, https://github.com/apps/….',
    },
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true, placeholder: 'Iv23…' },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
    {
      name: 'privateKey',
      label: 'Private key',
      kind: 'pem',
      required: true,
      help: 'The whole .pem file that GitHub gave when the key was made.',
    },
    {
      name: 'signingSecret',
      label: 'Webhook secret',
      kind: 'secret',
      required: false,
      help: 'GitHub signs its events with it. Without it they are refused, and a check every so often finds what they would have said.',
    },
  ],
  help: [
    `A recipe that is answered 404 for a repository you can see: the App is not installed on it. ${CONFIGURE} at GitHub (Settings, Installed GitHub Apps, Configure), add the repository there, and change nothing here.`,
    'Installing on an account of an organisation may need one of its owners. GitHub asks them; start again when they have approved.',
    'In the settings of your own App, switch on "Request user authorization (OAuth) during installation" and "Redirect on update", and register the callback address of this program.',
  ],
  helpLinks: [
    { label: 'Register a GitHub App', url: 'https://github.com/settings/apps/new' },
    { label: 'Installing a GitHub App', url: 'https://docs.github.com/apps/using-github-apps/installing-your-own-github-app' },
  ],
}

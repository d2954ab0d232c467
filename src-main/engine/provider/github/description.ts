import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import { githubWords } from '../../../../src-shared/words/en/github'

/** What a diagnosis and the help call the page at GitHub where repositories are added to an installation. */
export const CONFIGURE = githubWords.configureInstallation

/** GitHub as the directory and its page show it. The scopes are the App permissions that the recipe nodes need. */
export const githubDescription: TypeDescription = {
  type: 'githubApi',
  name: 'GitHub',
  description: githubWords.description,
  category: githubWords.category,
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: [githubWords.githubTrigger, githubWords.githubAction],
  scopes: [
    { name: 'issues:write', reason: githubWords.openCommentOnClose },
    { name: 'contents:read', reason: githubWords.readFilesStartRecipe },
    { name: 'pull_requests:read', reason: githubWords.readPullRequestsStart },
    { name: 'metadata:read', reason: githubWords.listRepositoriesInstallationSo },
  ],
  fields: [],
  appFields: [
    { name: 'appId', label: githubWords.appId, kind: 'text', required: true, placeholder: '123456' },
    {
      name: 'slug',
      label: githubWords.slug,
      kind: 'text',
      required: true,
      help: githubWords.slugHelp,
    },
    { name: 'clientId', label: githubWords.clientId, kind: 'text', required: true, placeholder: 'Iv23…' },
    { name: 'clientSecret', label: githubWords.clientSecret, kind: 'secret', required: true },
    {
      name: 'privateKey',
      label: githubWords.privateKey,
      kind: 'pem',
      required: true,
      help: githubWords.privateKeyHelp,
    },
    {
      name: 'signingSecret',
      label: githubWords.webhookSecret,
      kind: 'secret',
      required: false,
      help: githubWords.webhookSecretHelp,
    },
  ],
  help: [githubWords.helpNotInstalled(CONFIGURE), githubWords.helpOwners, githubWords.helpOwnApp],
  helpLinks: [
    { label: githubWords.registerGithubApp, url: 'https://github.com/settings/apps/new' },
    {
      label: githubWords.installingGithubApp,
      url: 'https://docs.github.com/apps/using-github-apps/installing-your-own-github-app',
    },
  ],
}

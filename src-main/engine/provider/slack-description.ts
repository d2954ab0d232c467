import type { TypeDescription } from '../../../src-shared/domain/credential-type'
import { slackWords } from '../../../src-shared/words/en/slack'

/** Slack as the directory and its page show it. The scopes are what the recipe nodes need, and what is asked for. */
export const slackDescription: TypeDescription = {
  type: 'slackApi',
  name: 'Slack',
  description: slackWords.description,
  category: slackWords.category,
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: [slackWords.slackTrigger, slackWords.slackAction],
  scopes: [
    { name: 'app_mentions:read', reason: slackWords.startRecipeWhenSomebody },
    { name: 'channels:history', reason: slackWords.readMessagesPublicChannels },
    { name: 'channels:read', reason: slackWords.listPublicChannelsSo },
    { name: 'chat:write', reason: slackWords.postMessagesAsBot },
    { name: 'commands', reason: slackWords.answerNeurocadCommandLinks },
    { name: 'groups:history', reason: slackWords.readMessagesPrivateChannels },
    { name: 'groups:read', reason: slackWords.listPrivateChannelsBot },
  ],
  fields: [],
  appFields: [
    { name: 'clientId', label: slackWords.clientId, kind: 'text', required: true },
    { name: 'clientSecret', label: slackWords.clientSecret, kind: 'secret', required: true },
    {
      name: 'signingSecret',
      label: slackWords.signingSecret,
      kind: 'secret',
      required: false,
      help: slackWords.slackSignsEventsWithout,
    },
    {
      name: 'redirectUri',
      label: slackWords.redirectPage,
      kind: 'url',
      required: false,
      placeholder: 'https://',
      help: slackWords.httpsPageRegisteredSlack,
    },
  ],
  help: [
    slackWords.inviteBotEveryChannel,
    slackWords.linkChannelNeurocadBy,
    slackWords.slacksOwnServersSend,
    slackWords.recipesStopMissingScope,
  ],
  helpLinks: [
    { label: slackWords.createSlackApp, url: 'https://api.slack.com/apps' },
    { label: slackWords.installingOauth, url: 'https://docs.slack.dev/authentication/installing-with-oauth' },
  ],
}

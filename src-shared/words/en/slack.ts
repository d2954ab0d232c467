import { area } from '../chosen'
import { plural } from './forms'

/** What Slack's type says of itself, its scopes, its app, and what a diagnosis finds there. */
export const slackWords = area('slack', {
  description: 'Lets recipes start from messages and mentions, and post and read in channels.',
  category: 'Messaging',
  slackTrigger: 'Slack trigger',
  slackAction: 'Slack (action)',
  startRecipeWhenSomebody: 'Start a recipe when somebody mentions the bot.',
  readMessagesPublicChannels: 'Read messages in public channels, for the trigger and for reading.',
  listPublicChannelsSo: 'List public channels, so that one can be picked.',
  postMessagesAsBot: 'Post messages as the bot.',
  answerNeurocadCommandLinks: 'Answer the /neurocad command that links a channel.',
  readMessagesPrivateChannels: 'Read messages in private channels the bot was invited to.',
  listPrivateChannelsBot: 'List private channels the bot was invited to.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  signingSecret: 'Signing secret',
  slackSignsEventsWithout:
    'Slack signs its events with it. Without it they are refused, and a check every so often finds what they would have said.',
  redirectPage: 'Redirect page',
  httpsPageRegisteredSlack:
    'An HTTPS page registered at Slack that hands the answer on. Leave it empty where Slack may answer this computer.',
  inviteBotEveryChannel: 'Invite the bot to every channel a recipe should read or post in: type /invite @neurocad there.',
  linkChannelNeurocadBy: 'Link a channel to Neurocad by typing /neurocad in it.',
  slacksOwnServersSend:
    "Slack's own servers send people back to an HTTPS page only, never to this computer. With your own Slack app, register an HTTPS redirect page and enter it beside the client id; the page hands the answer on, or shows it to be pasted here.",
  recipesStopMissingScope: 'Recipes that stop with missing_scope need a Reconnect: Slack then asks for the scopes added since.',
  createSlackApp: 'Create a Slack app',
  installingOauth: 'Installing with OAuth',
  reconnect: 'Reconnect',
  copyInvitation: 'Copy the invitation',
  mayNotLook: 'Without the scope channels:read the bot may not look at channels.',
  tooManyChannels: 'The workspace has too many channels to look for a name. Enter the id of the channel instead.',
  noSuchChannel: (name: string) => `Slack shows the bot no channel ${name}. Check it; if it is private, invite the bot there.`,
  archived: (name: string) => `#${name} is archived: nothing can be posted there.`,
  botIsNotIn: (name: string) => `The bot is not in #${name}. Invite it there.`,
  botIsIn: (name: string) => `The bot is in #${name}.`,
  botIsInSome: (count: number) =>
    plural(count, {
      one: 'The bot is in one channel. Name one to check it.',
      other: 'The bot is in # channels. Name one to check it.',
    }),
  botIsInAtLeast: (count: number) =>
    plural(count, {
      one: 'The bot is in at least one channel. Name one to check it.',
      other: 'The bot is in at least # channels. Name one to check it.',
    }),
  nameAChannel: 'Name a channel to check whether the bot is in it.',
  botIsInNone: 'The bot is in no channel, so recipes can neither read nor post. Invite it to one.',
  scopeMissing: 'Slack shows no channels for a missing scope (missing_scope). Reconnect asks for it.',
  didNotShow: (said: string) => `Slack did not show its channels (${said}).`,
  manualRevoke:
    'Slack could not be told. Remove the app in Slack under Tools & settings, Manage apps, so that its token stops working.',
})

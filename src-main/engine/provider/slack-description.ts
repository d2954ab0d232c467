import type { TypeDescription } from '../../../src-shared/domain/credential-type'

/** Slack as the directory and its page show it. The scopes are what the recipe nodes need, and what is asked for. */
export const slackDescription: TypeDescription = {
  type: 'slackApi',
  name: 'Slack',
  description: 'Lets recipes start from messages and mentions, and post and read in channels.',
  category: 'Messaging',
  visibility: 'org',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: ['Slack trigger', 'Slack (action)'],
  scopes: [
    { name: 'app_mentions:read', reason: 'Start a recipe when somebody mentions the bot.' },
    { name: 'channels:history', reason: 'Read messages in public channels, for the trigger and for reading.' },
    { name: 'channels:read', reason: 'List public channels, so that one can be picked.' },
    { name: 'chat:write', reason: 'Post messages as the bot.' },
    { name: 'commands', reason: 'Answer the /neurocad command that links a channel.' },
    { name: 'groups:history', reason: 'Read messages in private channels the bot was invited to.' },
    { name: 'groups:read', reason: 'List private channels the bot was invited to.' },
  ],
  fields: [],
  appFields: [
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
    { name: 'clientSecret', label: 'Client secret', kind: 'secret', required: true },
    {
      name: 'signingSecret',
      label: 'Signing secret',
      kind: 'secret',
      required: false,
      help: 'Slack signs its events with it. Without it they are refused, and a check every so often finds what they would have said.',
    },
    {
      name: 'redirectUri',
      label: 'Redirect page',
      kind: 'url',
      required: false,
      placeholder: 'https://',
      help: 'An HTTPS page registered at Slack that hands the answer on. Leave it empty where Slack may answer this computer.',
    },
  ],
  help: [
    'Invite the bot to every channel a recipe should read or post in: type /invite @neurocad there.',
    'Link a channel to Neurocad by typing /neurocad in it.',
    "Slack's own servers send people back to an HTTPS page only, never to this computer. With your own Slack app, register an HTTPS redirect page and enter it beside the client id; the page hands the answer on, or shows it to be pasted here.",
    'Recipes that stop with missing_scope need a Reconnect: Slack then asks for the scopes added since.',
  ],
  helpLinks: [
    { label: 'Create a Slack app', url: 'https://api.slack.com/apps' },
    { label: 'Installing with OAuth', url: 'https://docs.slack.dev/authentication/installing-with-oauth' },
  ],
}

import type { TypeDescription } from '../../../../src-shared/domain/credential-type'

/** The Passport as the directory and its page show it. */
export const passportDescription: TypeDescription = {
  type: 'neurocadUserIdentityApi',
  name: 'Neurocad Passport',
  description: 'Your Neurocad identity: recipes act as you in your library, on your desktop and where you share.',
  category: 'Neurocad',
  visibility: 'private',
  managed: false,
  creation: 'authorization',
  inDirectory: true,
  usedBy: ['Library', 'Schematic', 'Create share link', 'Send to desktop'],
  scopes: [
    { name: 'openid', reason: 'Know which Neurocad account this is.' },
    { name: 'email', reason: 'Show the account by its address.' },
    { name: 'profile', reason: 'Show the account by its name where it has no address.' },
    { name: 'offline_access', reason: 'Stay signed in while you are away, for recipes that run later.' },
  ],
  fields: [],
  appFields: [
    { name: 'issuer', label: 'Sign-in server', kind: 'url', required: true, placeholder: 'https://' },
    { name: 'clientId', label: 'Client ID', kind: 'text', required: true },
    {
      name: 'identityUrl',
      label: 'Identity exchange',
      kind: 'url',
      required: true,
      placeholder: 'https://',
      help: 'Where Neurocad exchanges a sign-in for an identity. Requests with a Passport go to its host and no other.',
    },
  ],
  help: [
    'Library and Schematic require a Neurocad Passport.',
    'Only you see your Passport. Whatever a recipe does with it happens in your account and under your name.',
    'It refreshes itself. When Neurocad signs you out everywhere, it asks for a Reconnect.',
  ],
  helpLinks: [],
}

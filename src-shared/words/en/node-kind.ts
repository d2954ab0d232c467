import { area } from '../chosen'

/** What each kind of node is called, and what its parameters are. */
export const nodeKindWords = area('nodeKind', {
  slackTrigger: 'Slack trigger',
  slackAction: 'Slack',
  githubTrigger: 'GitHub trigger',
  githubAction: 'GitHub',
  library: 'Library',
  schematic: 'Schematic',
  shareLink: 'Share link',
  sendToDesktop: 'Send to desktop',
  httpRequest: 'HTTP request',
  webhookTrigger: 'Webhook',
  manualTrigger: 'Started by hand',
  localSet: 'Set values',
  controlIf: 'If',
  controlEach: 'For each',
  note: 'Note',
})

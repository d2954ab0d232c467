import type { Inputs, Outputs } from '../../src-shared/contract'
import type { ConnectionView, DiagnosisLine } from '../../src-shared/contract/connection'

/** A checklist with something of everything, as the type would have it. */
export function diagnosisOf(
  { type, status, statusMessage }: ConnectionView,
  { channel, repository }: Inputs['connection']['diagnose'],
): Outputs['connection']['diagnose'] {
  const lines: DiagnosisLine[] = [
    status === 'active'
      ? { check: 'status', result: 'ok', message: 'It is active.' }
      : { check: 'status', result: 'problem', message: statusMessage, action: { kind: 'reconnect', label: 'Reconnect' } },
    { check: 'provider', result: 'ok', message: 'The provider knows it.' },
  ]
  if (type === 'slackApi') {
    lines.push({
      check: 'scopes',
      result: 'problem',
      message: 'Slack now asks for commands, which this connection was not given.',
      action: { kind: 'reconnect', label: 'Reconnect' },
    })
    lines.push(
      channel === undefined
        ? { check: 'channel', result: 'unknown', message: 'Name a channel to check whether the bot is in it.' }
        : {
            check: 'channel',
            result: 'problem',
            message: `The bot is not in ${channel}.`,
            action: { kind: 'copy', label: 'Copy the invitation', text: '/invite @neurocad' },
          },
    )
  }
  if (type === 'githubApi') {
    lines.push({
      check: 'repository',
      result: repository === undefined ? 'unknown' : 'problem',
      message: repository === undefined ? 'Name a repository to check it.' : `The App is not installed on ${repository}.`,
      action: {
        kind: 'open',
        label: 'Configure the installation',
        url: 'https://github.com/organizations/acme/settings/installations/4711',
      },
    })
  }
  return { at: new Date().toISOString(), lines }
}

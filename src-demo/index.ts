import type { DemoOptions, DemoPlatform } from './platform'
import { startSlack } from './slack'
import { slackApp, slackSigningSecret } from './slack/app'
import { authorizePath } from './slack/consent'

export { demoAccounts, demoOrg, demoVaultPassword } from './accounts'
export type { DemoPlatform } from './platform'
export { UnreadableDemoFile } from './private-file'

/**
 * Starts the offline platform: every server on 127.0.0.1, on a free port, silent on standard output.
 * Tokens it gave stay good across restarts with the same `folder`; codes do not.
 */
export async function startDemoPlatform(options: DemoOptions): Promise<DemoPlatform> {
  const slack = await startSlack(options)
  return {
    slackUrl: slack.url,
    endpoints: {
      slackApi: {
        authorizeUrl: `${slack.url}${authorizePath}`,
        apiUrl: `${slack.url}/api/`,
        loginHintParameter: 'login_hint',
      },
    },
    slackApp,
    slackSigningSecret,
    close: slack.close,
  }
}

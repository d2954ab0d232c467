import { allOrNone } from './all-or-none'
import { startEmulated } from './emulated'
import { startGitHub } from './github'
import { startNeurocad } from './neurocad'
import { startPassport } from './passport'
import type { DemoOptions, DemoPart, DemoPlatform } from './platform'
import { startSlack } from './slack'

export { demoAccounts, demoOrg, demoVaultPassword } from './accounts'
export type { DemoPlatform } from './platform'
export { UnreadableDemoFile } from './private-file'

/**
 * Starts the offline platform: every server on 127.0.0.1, on a free port, silent on standard output.
 * Tokens it gave stay good across restarts with the same `folder`; codes do not.
 */
export function startDemoPlatform(options: DemoOptions): Promise<DemoPlatform> {
  return allOrNone(async (track) => {
    const slack = track(await startSlack(options))
    const github = track(await startGitHub(options))
    const passport = track(await startPassport(options))
    const neurocad = track(await startNeurocad(options, passport))
    const emulated = track(await startEmulated(options))
    const urls = { slack: slack.url, github: github.url, passport: passport.url, platform: neurocad.url }
    return { urls, ...merged([slack, github, neurocad, emulated]) }
  })
}

const merged = (parts: readonly DemoPart[]): Omit<Required<DemoPart>, 'close'> => ({
  endpoints: Object.assign({}, ...parts.map(({ endpoints }) => endpoints)),
  firstApps: Object.assign({}, ...parts.map(({ firstApps }) => firstApps)),
  operator: Object.assign({}, ...parts.map(({ operator }) => operator)),
})

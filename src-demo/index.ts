import { allOrNone } from './all-or-none'
import type { DemoControl } from './control'
import { startEmulated } from './emulated'
import { startGitHub } from './github'
import { startNeurocad } from './neurocad'
import { startPassport } from './passport'
import type { DemoOptions, DemoPart, DemoPlatform } from './platform'
import { openDemoSeed } from './seed'
import { startSlack } from './slack'
import { vaultPassword } from './vault-password'

export { demoAccounts, demoOrg } from './accounts'
export type { DemoControl } from './control'
export type { DemoPlatform } from './platform'
export { UnreadableDemoFile } from './private-file'

/**
 * Starts the offline platform: every server on 127.0.0.1, on a free port, silent on standard output.
 * Tokens it gave stay good across restarts with the same `folder`, and its secrets are the same; codes do not.
 */
export function startDemoPlatform(options: DemoOptions): Promise<DemoPlatform> {
  return allOrNone(async (track) => {
    const { derive, opensVault } = await openDemoSeed(options.folder, options.vaultExists ?? false)
    const seeded = { ...options, derive }
    const slack = track(await startSlack(seeded))
    const github = track(await startGitHub(seeded))
    const passport = track(await startPassport(options))
    const neurocad = track(await startNeurocad(seeded, passport))
    const emulated = track(await startEmulated(seeded))
    const urls = { slack: slack.url, github: github.url, passport: passport.url, platform: neurocad.url }
    const password = opensVault ? vaultPassword(derive) : undefined
    const control: DemoControl = {
      slack: slack.control,
      github: github.control,
      passport: passport.control,
      dropAnswers: neurocad.loss.next,
      sessionManager: neurocad.sessionManager,
    }
    return { urls, vaultPassword: password, control, ...merged([slack, github, neurocad, emulated]) }
  })
}

const merged = (parts: readonly DemoPart[]): Omit<Required<DemoPart>, 'close'> => ({
  endpoints: Object.assign({}, ...parts.map(({ endpoints }) => endpoints)),
  firstApps: Object.assign({}, ...parts.map(({ firstApps }) => firstApps)),
  operator: Object.assign({}, ...parts.map(({ operator }) => operator)),
})

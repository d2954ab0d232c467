import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCode } from '../../../src-shared/bridge/exit-code'
import { Subject } from '../../../src-shared/domain/identifiers'
import type { FirstApps } from '../../engine/connection/first-apps'
import type { Engine } from '../../engine/engine'
import type { ProviderEndpoints } from '../../engine/port'
import type { KnownPerson, People } from '../access/people'
import { StartError } from '../start-error'

/** The demo platform's module. It is loaded only when asked for. */
export const loadDemo = () => import('../../../src-demo')
type DemoModule = Awaited<ReturnType<typeof loadDemo>>

/** The two people of the demo and their org, which are known before anything starts. */
export function demoPeople({ demoAccounts, demoOrg }: DemoModule): People {
  const person = ({ subject, label }: { subject: string; label: string }): KnownPerson => ({
    subject: Subject.parse(subject),
    label,
    neurocadSubject: subject,
  })
  return { org: demoOrg, owner: person(demoAccounts.owner), others: [person(demoAccounts.teammate)] }
}

/** What people do elsewhere, made to happen. */
export type DemoControl = Awaited<ReturnType<DemoModule['startDemoPlatform']>>['control']

/** The demo platform, running. */
export interface Demo {
  endpoints: ProviderEndpoints
  /** What a person would enter for an app of their own. */
  firstApps: FirstApps
  /** What its operator provides, as the content of `operator.json`. */
  operatorFile: string
  /** For the ready line. */
  facts: {
    slack: string
    github: string
    passport: string
    platform: string
    /** Empty where the vault was there before the demo that made it had a password of its own: nobody here knows that one. */
    vaultPassword: string
    slackSigningSecret: string
    githubWebhookSecret: string
    actors: Record<'owner' | 'teammate', { subject: string; tokenFile: string }>
  }
  control: DemoControl
  /** Makes and unlocks the demo's vault, where there is none. One that exists stays locked. */
  prepareVault(engine: Engine): Promise<void>
  close(): Promise<void>
}

interface Options {
  /** The data folder; the demo keeps its own things in `demo/` in it. */
  folder: string
  /** Of the server, where providers redirect to. */
  origin: string
  tokenFiles: Record<'owner' | 'teammate', string>
  /** Whether the folder has a vault. */
  vaultExists: boolean
}

export async function startDemo(module: DemoModule, { folder, origin, tokenFiles, vaultExists }: Options): Promise<Demo> {
  const { owner, teammate } = module.demoAccounts
  const own = join(folder, 'demo')
  await mkdir(own, { recursive: true, mode: 0o700 })
  const starting = module.startDemoPlatform({
    folder: own,
    origins: [origin],
    actors: [owner, teammate],
    vaultExists,
  })
  const platform = await starting.catch((error: unknown) => {
    throw error instanceof module.UnreadableDemoFile ? new StartError(exitCode.unknownFormat, error.message) : error
  })
  return {
    endpoints: platform.endpoints,
    firstApps: platform.firstApps,
    operatorFile: JSON.stringify({ format: 1, ...platform.operator }),
    facts: {
      slack: platform.urls.slack,
      github: platform.urls.github,
      passport: platform.urls.passport,
      platform: platform.urls.platform,
      vaultPassword: platform.vaultPassword ?? '',
      slackSigningSecret: platform.firstApps.slackApi?.signingSecret ?? '',
      githubWebhookSecret: platform.firstApps.githubApi?.signingSecret ?? '',
      actors: {
        owner: { subject: owner.subject, tokenFile: tokenFiles.owner },
        teammate: { subject: teammate.subject, tokenFile: tokenFiles.teammate },
      },
    },
    control: platform.control,
    prepareVault: async (engine) => {
      if (engine.state() !== 'absent' || platform.vaultPassword === undefined) return
      await engine.create(platform.vaultPassword)
    },
    close: () => platform.close(),
  }
}

import type { DemoControl } from './control'
import type { Derive } from './seed'

/** One person who may approve on the demo's consent pages. */
export interface DemoActor {
  subject: string
  label: string
}

export interface DemoOptions {
  /** Where the demo keeps its seed, and remembers which tokens it gave, as hashes. Made when missing. */
  folder: string
  /** Where redirects may go: `<origin>/api/<type>/oauth/callback`, compared whole, port included. Events go to the first. */
  origins: readonly [string, ...string[]]
  /** The first one approves when an authorization names nobody. */
  actors: readonly DemoActor[]
  /** Whether there is a vault already, which the demo's password may not open. There is none unless said. */
  vaultExists?: boolean
  passport?: PassportOptions | undefined
}

/** For a part that has secrets. */
export interface SeededOptions extends DemoOptions {
  derive: Derive
}

/** How the demo's Neurocad sign-in behaves, in seconds. */
export interface PassportOptions {
  /** How long a refresh token that was rotated is still taken. 60 unless said; 0 for not at all. */
  retryWindowSeconds?: number
  /** An hour unless said. */
  accessTokenSeconds?: number
  /** A quarter of an hour unless said. */
  identityTokenSeconds?: number
}

/** What is registered at the demo's providers for a type. */
export const redirectUrisOf = ({ origins }: Pick<DemoOptions, 'origins'>, type: string): string[] =>
  origins.map((origin) => `${origin}/api/${type}/oauth/callback`)

/** Where a type answers the desktop application by a link, at providers that register such an address for it. */
export const linkUriOf = (type: string): string => `neurocad://oauth/callback/${type}`

/** One provider of the demo, or several that belong together. */
export interface DemoPart {
  /** Replaces the public addresses of providers, by credential type. */
  endpoints: Record<string, Record<string, string>>
  /** What a person would enter for an app of their own, by credential type: the fields that the type declares. */
  firstApps: Record<string, Record<string, string>>
  /** What its operator would write into `operator.json`, by credential type. */
  operator?: Record<string, object>
  close(): Promise<void>
}

export interface DemoPlatform extends DemoPart {
  /** Origins, for example `http://127.0.0.1:41235`. */
  urls: { slack: string; github: string; passport: string; platform: string }
  /** For a vault that is to be made, and of one that was made with it. Undefined for one that was there before this demo was. */
  vaultPassword: string | undefined
  control: DemoControl
}

/** Where a provider of the demo is reached, by the name that its provider file reads. Throws on one that is not there. */
export function endpointOf({ endpoints }: Pick<DemoPart, 'endpoints'>, type: string, name: string): string {
  const url = endpoints[type]?.[name]
  if (url === undefined) throw new RangeError(`the demo has no ${name} of ${type}`)
  return url
}

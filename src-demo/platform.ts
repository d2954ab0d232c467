/** One person who may approve on the demo's consent pages. */
export interface DemoActor {
  subject: string
  label: string
}

export interface DemoOptions {
  /** Where the demo remembers which tokens it gave, as hashes. Made when missing. */
  folder: string
  /** Registered at the demo's providers; compared whole, port included. */
  redirectUris: string[]
  /** The first one approves when an authorization names nobody. */
  actors: DemoActor[]
}

export interface DemoPlatform {
  /** Origin of the demo's Slack, for example `http://127.0.0.1:41235`. */
  slackUrl: string
  /** Replaces the public addresses of the providers, by credential type. */
  endpoints: { slackApi: { authorizeUrl: string; apiUrl: string; loginHintParameter: string } }
  slackApp: { clientId: string; clientSecret: string }
  slackSigningSecret: string
  close(): Promise<void>
}

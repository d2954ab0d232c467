/** What an event is about, as people look for it. In the order of the filter. */
export const auditGroups = ['connection', 'provider_app', 'recipe', 'run', 'inbox', 'vault'] as const
export type AuditGroup = (typeof auditGroups)[number]

const groupOfPrefix: Readonly<Record<string, AuditGroup>> = {
  connection: 'connection',
  provider_app: 'provider_app',
  recipe: 'recipe',
  grant: 'recipe',
  signer: 'recipe',
  deployment: 'run',
  run: 'run',
  inbox: 'inbox',
}

/** By the beginning of the kind, so that a new kind of a known thing has its group; what is the vault's own is all the rest. */
export const auditGroupOf = (kind: string): AuditGroup => groupOfPrefix[kind.slice(0, kind.indexOf('.'))] ?? 'vault'

import { z } from 'zod'
import type { CredentialTypeKey } from '../credential-type'

/** Every kind of node, in the order of the recipes specification. */
export const NodeKind = z.enum([
  'slack.trigger',
  'slack.action',
  'github.trigger',
  'github.action',
  'library',
  'schematic',
  'share_link',
  'send_to_desktop',
  'http.request',
  'webhook.trigger',
  'manual.trigger',
  'local.set',
  'control.if',
  'control.each',
  'note',
])
export type NodeKind = z.infer<typeof NodeKind>

/** What a node asks for: a connection that somebody chose, and one of the operator's that comes with it. */
export interface CredentialNeed {
  /** Type of the slot; `any`: whatever the actor can see, and none is fine; null: the kind takes no credential. */
  slot: CredentialTypeKey | 'any' | null
  /** Managed type pulled in at run time, by organisation and type. */
  delegated: ManagedType | null
}

/** What the operator provides: resolved by organisation and type when it is used, and named in recipes by its type alone. */
export const managedTypes = ['serviceApi', 'neurocadDesktopApi'] as const satisfies readonly CredentialTypeKey[]
export type ManagedType = (typeof managedTypes)[number]

const none: CredentialNeed = { slot: null, delegated: null }

/** Source: "Node kinds, what they need and take" in the recipes specification. */
export const credentialNeed: Record<NodeKind, CredentialNeed> = {
  'slack.trigger': { slot: 'slackApi', delegated: null },
  'slack.action': { slot: 'slackApi', delegated: null },
  'github.trigger': { slot: 'githubApi', delegated: null },
  'github.action': { slot: 'githubApi', delegated: null },
  library: { slot: 'neurocadUserIdentityApi', delegated: 'serviceApi' },
  schematic: { slot: 'neurocadUserIdentityApi', delegated: 'serviceApi' },
  share_link: { slot: 'neurocadUserIdentityApi', delegated: null },
  send_to_desktop: { slot: 'neurocadUserIdentityApi', delegated: 'neurocadDesktopApi' },
  'http.request': { slot: 'any', delegated: null },
  'webhook.trigger': { slot: 'webhook_source', delegated: null },
  'manual.trigger': none,
  'local.set': none,
  'control.if': none,
  'control.each': none,
  note: none,
}

/** Starts a run; nothing leads to it. */
export const isTrigger = (kind: NodeKind): boolean => kind.endsWith('.trigger')

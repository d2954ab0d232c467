import { statusSentence } from '../../../src-shared/domain/status'
import { auditEventWords as words } from '../../../src-shared/words/en/audit-event'
import { toEntry } from '../connection/history'
import type { EventBody, VaultEvent } from '../vault/vault-event'

type Kind = EventBody['kind']
/** The event of one kind, also where a type names several. */
type EventOf<K extends Kind, E = EventBody> = E extends { kind: infer Kinds } ? (K extends Kinds ? E : never) : never

/** `history`: what the connection's history says of it. */
type Sentences = { [K in Kind]: 'history' | ((data: EventOf<K>['data']) => string) }

/** One for each kind that there is: a new kind does not compile without its sentence. */
const sentences: Sentences = {
  'vault.created': () => words.vaultCreated,
  'vault.slot_changed': ({ slot, change }) => words.slotChanged(slot, change),
  'vault.keys_rotated': ({ version, change }) => words.keysRotated(version, change),
  'vault.exported': ({ form, connections, apps }) => words.exported(form, connections, apps),
  'vault.imported': ({ connections, apps }) => words.imported(connections, apps),
  'vault.drilled': ({ problems }) => words.drilled(problems.length),
  'vault.salvaged': () => words.salvaged,
  'vault.damage_acknowledged': () => words.damageAcknowledged,
  'vault.rolled_back': () => words.rolledBack,
  'vault.copy_accepted': () => words.copyAccepted,
  'settings.changed': (data) => words.settingsChanged(Object.keys(data)),
  'connection.added': 'history',
  'connection.reconnected': 'history',
  'connection.renamed': 'history',
  'connection.tested': 'history',
  'connection.provider_event': 'history',
  'connection.refresh_started': () => words.refreshStarted,
  'connection.refreshed': 'history',
  'connection.refresh_failed': 'history',
  'connection.secret_lost': 'history',
  'connection.used': () => words.used,
  'connection.reprovisioned': 'history',
  'connection.binding_lost': () => words.bindingLost,
  'connection.withdrawn': () => statusSentence.withdrawn_by_operator,
  'connection.purged': () => words.purged,
  'connection.removed': 'history',
  'provider_app.set': () => words.appSet,
  'provider_app.removed': () => words.appRemoved,
  'recipe.imported': ({ document }) => words.recipeImported(document.nodes.length),
  'recipe.replaced': ({ document }) => words.recipeReplaced(document.nodes.length),
  'recipe.bound': ({ nodeId, connectionId, grant }) => {
    const bound = connectionId === null ? words.recipeUnbound(nodeId) : words.recipeBound(grant?.nodeName ?? nodeId)
    return grant === null ? bound : `${bound} ${words.granted(grant.owner.label)}`
  },
  'recipe.rebound': ({ nodeIds }) => words.recipeRebound(nodeIds.length),
  'recipe.removed': () => words.recipeRemoved,
  'grant.revoked': () => words.grantRevoked,
  'deployment.made': ({ version }) => words.deployed(version),
  'deployment.withdrawn': () => words.withdrawn,
  'run.started': () => words.runStarted,
  'run.node_ended': ({ nodeId, status }) => {
    if (status === 'succeeded') return words.nodeSucceeded(nodeId)
    return status === 'failed' ? words.nodeFailed(nodeId) : words.nodeSkipped(nodeId)
  },
  'run.finished': ({ status }) => words.runFinished(status),
  'signer.made': () => words.signerMade,
  'member.left': ({ subject }) => words.memberLeft(subject),
  'member.returned': ({ subject }) => words.memberReturned(subject),
  'inbox.announced': ({ sender }) => words.fileAnnounced(sender.label),
  'inbox.placing': () => words.filePlacing,
  'inbox.received': () => words.fileReceived,
  'inbox.refused': ({ message }) => words.fileRefused(message),
  'inbox.removed': () => words.fileRemoved,
}

/** What happened, in a sentence. */
export function auditSentence(event: VaultEvent): string {
  const sentence = sentences[event.kind] as 'history' | ((data: object) => string) | undefined
  if (sentence === undefined) return words.other(event.kind)
  if (sentence !== 'history') return sentence(event.data)
  return toEntry(event)?.message ?? words.refreshedInPart
}

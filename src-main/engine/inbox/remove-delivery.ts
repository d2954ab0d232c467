import { basename, dirname } from 'node:path'
import type { DeliveryView } from '../../../src-shared/contract/inbox'
import type { Actor } from '../../../src-shared/domain/actor'
import { EngineError } from '../error'
import { FolderFailure, type ReceiveFolders } from '../port'
import type { Deliveries } from './deliveries'
import type { InboxParts } from './inbox-parts'
import { type InboxRow, inboxRow, rawRow, toDeliveryView } from './inbox-row'
import { hashOf } from './part'

/**
 * Forgets a delivery, and takes its file away unless told to keep it. `path` of the answer says whether there is still a file: one
 * that is not, byte for byte, what was placed is somebody's work by now, or another file, and stays.
 */
export function removeDelivery(
  { vault, receiving, publish }: InboxParts,
  deliveries: Deliveries,
  actor: Actor,
  { id, keepFile }: { id: string; keepFile?: boolean | undefined },
): Promise<DeliveryView> {
  known(inboxRow(vault, id))
  return deliveries.without(id, async () => {
    const row = known(inboxRow(vault, id))
    if (row.state === 'receiving') await deliveries.discardPart(id).catch(unlessUnusable)
    const isGone = row.state === 'received' && keepFile !== true && (await takeAway(receiving.folders, row))
    await vault.commit({
      actor: { subject: actor.subject, label: actor.label },
      touches: [id],
      decide: () => {
        known(inboxRow(vault, id))
        return { events: [{ body: { kind: 'inbox.removed', record: id, data: {} } }], result: () => undefined }
      },
    })
    publish({ event: { kind: 'delivery_removed', deliveryId: viewOf(id).id }, audience: { subject: receiving.owner.subject } })
    return isGone ? { ...viewOf(id), path: null } : viewOf(id)
  })

  function viewOf(delivery: string): DeliveryView {
    const row = rawRow(vault, delivery)
    if (row === undefined) throw new EngineError('INTERNAL')
    return toDeliveryView(row, deliveries.progressOf(delivery))
  }
}

function known(row: InboxRow | undefined): InboxRow {
  if (row === undefined || row.isRemoved) throw new EngineError('NOT_FOUND')
  return row
}

/** Only from the very folder it was placed in, and only what was placed. Answers whether there is no file any more. */
async function takeAway(folders: ReceiveFolders, { path, size, sha256 }: InboxRow): Promise<boolean> {
  if (path === null) return true
  try {
    const folder = await folders.find(dirname(path))
    if (folder === undefined) return true
    // Another folder is behind that path by now.
    if (folder.path !== dirname(path)) return false
    const name = basename(path)
    const file = await folder.open(name)
    if (file === undefined) return folder.isFree(name)
    const hash = await hashOf(file, size).finally(() => file.close())
    if (hash !== sha256) return false
    await folder.remove(name)
    return true
  } catch (error) {
    return unlessUnusable(error)
  }
}

/** What cannot be reached now stays where it is, and the delivery can be forgotten all the same. */
function unlessUnusable(error: unknown): false {
  if (!(error instanceof FolderFailure)) throw error
  return false
}

import { basename, dirname, join } from 'node:path'
import { numberedFileName } from '../../../src-shared/domain/plain-file-name'
import { FolderFailure, type ReceiveFolder, type ReceiveFolders } from '../port'
import type { InboxRow } from './inbox-row'
import { hashOf, partName } from './part'

/** More files of one name than anybody has. */
const MOST_NUMBERS = 10_000

/**
 * Gives a part that is whole the delivery's name, or the first free one with a number. `intend` is told the path and makes it durable
 * before anything has it, so that after a kill in between it is known whose file that is.
 */
export async function placePart(folder: ReceiveFolder, row: InboxRow, intend: (path: string) => Promise<void>): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const name = numberedFileName(row.name, number)
    if (!(await folder.isFree(name))) continue
    const path = join(folder.path, name)
    await intend(path)
    if (!(await folder.place(partName(row.id), name))) continue
    await folder.sync()
    return path
  }
  throw new FolderFailure('unusable')
}

/**
 * Whether an earlier process had placed it, and could not say so any more: the name it was about to take was free, and now a file has
 * it that is the same byte for byte.
 */
export async function wasPlaced(
  folders: ReceiveFolders,
  { id, path, size, sha256 }: InboxRow,
  signal: AbortSignal,
): Promise<boolean> {
  if (path === null) return false
  const folder = await folders.find(dirname(path))
  const file = await folder?.open(basename(path))
  if (folder === undefined || file === undefined) return false
  try {
    if ((await hashOf(file, size, signal)) !== sha256) return false
  } finally {
    await file.close()
  }
  // It has both names where the kill came between giving the new one and taking the old.
  await folder.remove(partName(id))
  await folder.sync()
  return true
}

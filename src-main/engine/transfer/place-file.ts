import { join } from 'node:path'
import { ulid } from 'ulid'
import { numberedFileName } from '../../../src-shared/domain/plain-file-name'
import { FolderFailure, type PartFile, type ReceiveFolder } from '../port'

/** More exports of one day than anybody makes. */
const MOST_NUMBERS = 1000

/** Writes a file beside its place and gives it the first free of its names when it is whole; of one that fails nothing is left. */
export async function placeFile(
  folder: ReceiveFolder,
  name: string,
  write: (file: PartFile) => Promise<number>,
): Promise<{ path: string; bytes: number }> {
  const part = `.${name}.${ulid()}.part`
  try {
    const file = await folder.part(part)
    const bytes = await write(file).finally(() => file.close())
    for (let number = 1; number <= MOST_NUMBERS; number++) {
      const numbered = numberedFileName(name, number)
      if (!(await folder.isFree(numbered)) || !(await folder.place(part, numbered))) continue
      await folder.sync()
      return { path: join(folder.path, numbered), bytes }
    }
    throw new FolderFailure('unusable')
  } catch (error) {
    await folder.remove(part)
    throw error
  }
}

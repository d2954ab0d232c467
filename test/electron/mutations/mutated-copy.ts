import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/root.mjs'

/** A mistake: the first text, which must be there once, becomes the second. */
export interface Mistake {
  /** Path inside the application's folder. */
  file: string
  from: string
  to: string
}

/** The built application in a folder of its own, with mistakes made in it. Returns the folder's absolute path. */
export async function mutatedCopy(mistakes: readonly Mistake[]): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'neurocad-mutant-'))
  for (const name of ['package.json', 'resources', 'out/main', 'out/preload', 'out/renderer'])
    await cp(join(root, name), join(copy, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { file, from, to } of mistakes) {
    const source = await readFile(join(copy, file), 'utf8')
    // A mistake that is not made would prove nothing.
    if (source.split(from).length !== 2) throw new Error(`${file} must hold this once, for the mistake to be made: ${from}`)
    await writeFile(join(copy, file), source.replace(from, to))
  }
  return copy
}

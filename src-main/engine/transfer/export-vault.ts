import type { Inputs, Outputs } from '../../../src-shared/contract'
import { isAbsolutePath } from '../../../src-shared/domain/absolute-path'
import type { Actor } from '../../../src-shared/domain/actor'
import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { transferWords as words } from '../../../src-shared/words/en/transfer'
import type { Dependencies } from '../connection/dependencies'
import { personOf } from '../connection/provider-apps'
import { EngineError, invalidInput } from '../error'
import { withVaultKey } from '../key-slots/slot-parts'
import { FolderFailure, type PartFile, type ReceiveFolders } from '../port'
import type { VaultPorts } from '../vault/create-vault'
import type { KdfSettings } from '../vault/kdf-settings'
import { Turns } from '../vault/turns'
import { type Collected, documentOf } from './collect'
import { placeFile } from './place-file'
import { sealFile } from './sealed-file'

export interface TransferParts {
  deps: Dependencies
  ports: VaultPorts
  demo: boolean
  kdf: KdfSettings
  /** Where exports go unless the owner says otherwise; undefined where this host writes no files. */
  output: { folders: ReceiveFolders; usualFolder: string } | undefined
}

/** Enough text that a write is worth it. */
const WRITE_CHARS = 64 * 1024

/**
 * Writes an export to a file of this computer, mode 0600: nothing of it passes through the page. What was exported is in the history before
 * the file has its name. Throws `WRONG_PASSWORD`, or `INVALID_INPUT` with the field.
 */
export async function exportVault(
  parts: TransferParts,
  actor: Actor,
  input: Inputs['transfer']['export'],
): Promise<Outputs['transfer']['export']> {
  const { deps, output } = parts
  const sealedWith = passwordOf(input)
  if (output === undefined) throw new EngineError('NOT_AVAILABLE_HERE', {}, words.noFiles)
  if (input.folder !== undefined && !isAbsolutePath(input.folder, process.platform)) throw invalidInput('folder', words.absolute)
  await withVaultKey(parts, { password: input.password }, () => undefined)
  const counted: Collected = { connections: 0, apps: 0, unreadable: 0 }
  const name = `neurocad-connect-${new Date(deps.clock.now()).toISOString().slice(0, 10)}.${sealedWith === undefined ? 'json' : 'neurocad-export'}`
  try {
    const folder = await output.folders.make(input.folder ?? output.usualFolder)
    const written = await placeFile(folder, name, async (file) => {
      const bytes = await write(parts, actor, counted, sealedWith, file)
      await recordExport(deps, actor, { form: input.form, ...counted })
      return bytes
    })
    return { ...written, ...counted }
  } catch (error) {
    if (error instanceof FolderFailure) throw folderProblem(error)
    throw error
  }
}

function passwordOf({ form, password, exportPassword, confirmPlain }: Inputs['transfer']['export']): string | undefined {
  if (form === 'plain') {
    if (confirmPlain !== true) throw invalidInput('confirmPlain', words.confirmPlain)
    return undefined
  }
  if (exportPassword === undefined) throw invalidInput('exportPassword', words.ownPasswordMissing)
  const problem = passwordProblem(exportPassword) ?? (exportPassword === password ? words.sameAsVault : undefined)
  if (problem !== undefined) throw invalidInput('exportPassword', problem)
  return exportPassword
}

/** Answers how many bytes there are. */
async function write(
  { deps, ports, kdf }: TransferParts,
  actor: Actor,
  counted: Collected,
  password: string | undefined,
  file: PartFile,
): Promise<number> {
  const turns = new Turns(deps.clock)
  let size = 0
  const put = async (bytes: Uint8Array) => {
    await file.write(size, bytes)
    size += bytes.length
  }
  const text = joined(documentOf(deps, actor, counted), turns)
  if (password !== undefined) await sealFile(text, { password, kdf, derive: ports.derive, turns }, put)
  else for await (const piece of text) await put(Buffer.from(piece, 'utf8'))
  await file.datasync()
  return size
}

/** Pieces of some length, made in turns. */
async function* joined(text: AsyncIterable<string>, turns: Turns): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of text) {
    waiting += piece
    await turns.pause()
    if (waiting.length < WRITE_CHARS) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

const recordExport = ({ vault }: Dependencies, actor: Actor, data: { form: 'sealed' | 'plain' } & Collected): Promise<void> =>
  vault.commit({
    actor: personOf(actor),
    touches: ['vault'],
    decide: () => ({ events: [{ body: { kind: 'vault.exported', record: 'vault', data } }], result: () => undefined }),
  })

const folderProblem = ({ problem }: FolderFailure) =>
  invalidInput('folder', problem === 'full' ? words.folderFull : words.folderUnusable)

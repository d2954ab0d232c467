import type { Inputs } from '../../../src-shared/contract'
import type { ImportView } from '../../../src-shared/contract/import'
import type { Actor } from '../../../src-shared/domain/actor'
import { mostFileBytes } from '../../../src-shared/domain/import-limits'
import { importWords as words } from '../../../src-shared/words/en/import'
import type { Dependencies } from '../connection/dependencies'
import { providerOf } from '../connection/find-provider'
import type { CallContext, UseCases } from '../engine'
import { EngineError, invalidInput } from '../error'
import { commitImport, undoImport } from './commit-import'
import { importedType } from './draft'
import { type HeldImport, ImportShelf } from './import-shelf'
import { chosenOf, entryView, OpenImport } from './open-import'
import type { ParsedFile } from './parsed-file'
import { type ReadAnswer, readFile } from './read/read-file'
import type { FileKey } from './read/source'

/** Reads a file; in a host, in a thread of its own that ends with all that it read. See `readFile`. */
export type ReadImport = (bytes: Uint8Array, key: FileKey | undefined, signal: AbortSignal) => Promise<ReadAnswer>

/** Files of other programs on their way into the vault. What they hold is here, and gone with the lock. */
export class Imports {
  private readonly shelf: ImportShelf
  private readonly ending = new AbortController()

  constructor(
    private readonly deps: Dependencies,
    private readonly read: ReadImport = readFile,
  ) {
    this.shelf = new ImportShelf(deps.clock)
  }

  close(): void {
    this.ending.abort(new EngineError('VAULT_LOCKED'))
    this.shelf.close()
  }

  get useCases(): Pick<UseCases, 'import'> {
    return {
      import: {
        upload: ({ actor }, { bytes }) => this.upload(actor, bytes),
        get: (context, { importId }) => this.use(context, importId, async (held) => view(held)),
        open: (context, input) => this.use(context, input.importId, (held) => this.open(context.actor, held, input)),
        choose: (context, input) =>
          this.use(context, input.importId, async (held) => {
            await opened(held).choose(input)
            return view(held)
          }),
        entries: (context, { importId, offset = 0, limit = 100 }) =>
          this.use(context, importId, async (held) => {
            const { judged } = opened(held)
            const items = judged.slice(offset, offset + limit).map((each, at) => entryView(each, offset + at))
            return { items, total: judged.length }
          }),
        change: (context, { importId, n, ...change }) =>
          this.use(context, importId, async (held) => {
            const open = opened(held)
            return { entry: entryView(await open.change(n, change), n), counts: open.counts }
          }),
        commit: (context, input) => this.use(context, input.importId, (held) => this.commit(context.actor, held, input)),
        undo: (context, { importId }) => this.use(context, importId, (held) => this.undo(context.actor, held)),
        discard: async ({ actor }, { importId }) => ({ discarded: this.shelf.discard(actor.subject, importId) }),
      },
    }
  }

  /** Works on the bytes of an export of this program, which are held as they came. Throws as the others, and where it is another file. */
  ownExport<T>(context: CallContext, id: string, work: (bytes: Uint8Array) => Promise<T>): Promise<T> {
    return this.use(context, id, (held) => {
      if (held.format !== 'neurocad' || held.sealed === undefined) throw invalidInput('importId', words.notAnExport)
      return work(held.sealed)
    })
  }

  private use<T>({ actor }: CallContext, id: string, work: (held: HeldImport) => Promise<T>): Promise<T> {
    return this.shelf.use(actor.subject, id, work)
  }

  private async upload(actor: Actor, bytes: Uint8Array): Promise<ImportView> {
    if (bytes.length > mostFileBytes) throw new EngineError('PAYLOAD_TOO_LARGE')
    const { format, file } = await this.read(bytes, undefined, this.ending.signal)
    const open = file && (await this.openFile(actor, format, file))
    this.ending.signal.throwIfAborted()
    return view(this.shelf.add(actor.subject, open ? { format, open } : { format, sealed: bytes }))
  }

  private async open(actor: Actor, held: HeldImport, { password, keyFile }: Inputs['import']['open']): Promise<ImportView> {
    if (held.sealed === undefined) throw invalidInput('importId', words.alreadyOpen)
    if (held.format === 'neurocad') throw invalidInput('importId', words.isAnExport)
    const key = { password, ...(keyFile === undefined ? {} : { keyFile: new Uint8Array(Buffer.from(keyFile, 'base64')) }) }
    const { format, file } = await this.read(held.sealed, key, this.ending.signal)
    if (file === undefined) throw new Error('a file was read with its key and did not open')
    held.open = await this.openFile(actor, format, file)
    held.sealed.fill(0)
    held.sealed = undefined
    return view(held)
  }

  private async openFile(actor: Actor, format: HeldImport['format'], file: ParsedFile): Promise<OpenImport> {
    const { vault, providers, clock } = this.deps
    const open = new OpenImport(format, file, { vault, actor, clock, provider: providerOf(providers, importedType) })
    await open.judge()
    return open
  }

  private async commit(actor: Actor, held: HeldImport, input: Inputs['import']['commit']) {
    const open = opened(held)
    // What came into the vault since then counts.
    await open.judge()
    const { base = 'suggested', also = [], without = [] } = input
    const chosen = chosenOf(open, { base, also, without })
    const ids = await commitImport(this.deps, actor, chosen, open.defaults.visibility)
    const { defaults, counts, notes } = open
    held.committed = { ids, open: { defaults, counts, notes } }
    // The secrets are in the vault now, and nowhere else.
    held.open = undefined
    return { added: ids.length }
  }

  private async undo(actor: Actor, held: HeldImport) {
    if (held.committed === undefined) throw invalidInput('importId', words.notImported)
    const removed = await undoImport(this.deps, actor, held.committed.ids)
    held.committed.ids = []
    return { removed }
  }
}

function opened({ open, committed }: HeldImport): OpenImport {
  if (open !== undefined) return open
  throw invalidInput('importId', committed === undefined ? words.needsPassword : words.alreadyImported)
}

function view({ id, format, open, committed, expiresAt }: HeldImport): ImportView {
  const shown = open ?? committed?.open
  return {
    id,
    format,
    state: open ? 'open' : committed ? 'committed' : 'password',
    expiresAt: new Date(expiresAt).toISOString(),
    table: open?.table ?? null,
    defaults: shown?.defaults ?? { placement: 'auto', parameter: null, prefix: null, origins: '', visibility: 'org' },
    counts: shown?.counts ?? { total: 0, ready: 0, needsValue: 0, skipped: 0, duplicates: 0, suggested: 0 },
    notes: shown?.notes ?? [],
    added: committed?.ids.length ?? 0,
  }
}

import type { z } from 'zod'
import { readIfPresent, replaceFile, UnreadableDemoFile } from './private-file'

/** What the demo remembers under one name, in memory and on disk. */
export interface JsonFile<Content> {
  /** Changed in place, then saved. */
  content: Content
  /** Resolves when the content as it is now is on disk. */
  save(): Promise<void>
}

/** Reads a file, or starts with `empty`. Rejects with `UnreadableDemoFile` on one that it did not write: not ours to overwrite. */
export async function openJsonFile<Content>(
  path: string,
  schema: z.ZodType<Content>,
  empty: Content,
): Promise<JsonFile<Content>> {
  const text = await readIfPresent(path)
  const content = text === undefined ? empty : parse(path, schema, text)
  let queue: Promise<void> = Promise.resolve()
  return {
    content,
    save() {
      const saved = queue.then(() => replaceFile(path, `${JSON.stringify(content, null, 1)}\n`))
      queue = saved.catch(() => undefined)
      return saved
    },
  }
}

function parse<Content>(path: string, schema: z.ZodType<Content>, text: string): Content {
  const damaged = new UnreadableDemoFile(`${path} was not written by the demo. Move it away to start a new one.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw damaged
  return parsed.data
}

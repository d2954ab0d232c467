import { constants, type FileHandle, open } from 'node:fs/promises'
import { MOST_RECIPE_BYTES } from '../../src-shared/domain/recipe/recipe-file'

/** Why a file is not taken: a word for the log, which says nothing of the file. */
export type FileRefusal = 'several' | 'not_named_recipe' | 'unreadable' | 'not_a_file' | 'too_large' | 'not_text' | 'not_json'

export type ReadFile = { text: string } | { refusal: FileRefusal }

/**
 * The text of a recipe's file: a regular one, and no link to one, of at most 1 MiB of JSON. What the JSON holds is looked at where the
 * recipe is imported. A pipe, which would be read for ever, is not waited for. Never rejects.
 */
export async function readRecipeFile(path: string): Promise<ReadFile> {
  // Windows has neither of the two.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  let file: FileHandle | undefined
  try {
    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    return await textOf(file)
  } catch (error) {
    return { refusal: isLoop(error) ? 'not_a_file' : 'unreadable' }
  } finally {
    await file?.close().catch(() => {})
  }
}

async function textOf(file: FileHandle): Promise<ReadFile> {
  const about = await file.stat()
  if (!about.isFile()) return { refusal: 'not_a_file' }
  if (about.size > MOST_RECIPE_BYTES) return { refusal: 'too_large' }
  // It may grow while it is read: one byte more than may be is enough to know.
  const bytes = Buffer.alloc(MOST_RECIPE_BYTES + 1)
  let length = 0
  for (let read = 1; read > 0 && length < bytes.length; length += read)
    read = (await file.read(bytes, length, bytes.length - length, length)).bytesRead
  if (length > MOST_RECIPE_BYTES) return { refusal: 'too_large' }
  const text = asText(bytes.subarray(0, length))
  if (text === undefined) return { refusal: 'not_text' }
  return isJson(text) ? { text } : { refusal: 'not_json' }
}

/** Without the mark that some editors begin a file with. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A link where none is followed. */
const isLoop = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ELOOP'

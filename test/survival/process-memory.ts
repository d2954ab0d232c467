import { open, readFile } from 'node:fs/promises'

const CHUNK_BYTES = 16 * 1024 * 1024
/** Longer than anything looked for, so that nothing hides where two reads meet. */
const OVERLAP_BYTES = 4096

interface Region {
  start: number
  end: number
}

/**
 * Which of the things are in the memory of a running process, by name: as they are, and as base64 and hex. Linux; the process must be our child, or this one be root.
 */
export async function findInMemory(pid: number, things: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const needles = [...things].flatMap(([name, bytes]) => asFound(Buffer.from(bytes)).map((needle) => ({ name, needle })))
  const found = new Set<string>()
  const memory = await open(`/proc/${pid}/mem`, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES + OVERLAP_BYTES)
    for (const { start, end } of await writtenRegions(pid)) {
      for (let at = start; at < end; at += CHUNK_BYTES) {
        const length = Math.min(chunk.length, end - at)
        // A region that was given back meanwhile reads as nothing.
        const { bytesRead } = await memory.read(chunk, 0, length, at).catch(() => ({ bytesRead: 0 }))
        const part = chunk.subarray(0, bytesRead)
        for (const { name, needle } of needles) if (!found.has(name) && part.includes(needle)) found.add(name)
      }
    }
  } finally {
    await memory.close()
  }
  return [...found].sort()
}

/** What a program may have written to: code and data that are mapped from files cannot hold a key. */
async function writtenRegions(pid: number): Promise<Region[]> {
  const lines = (await readFile(`/proc/${pid}/maps`, 'utf8')).split('\n')
  return lines.flatMap((line) => {
    const [, start = '', end = '', access = '', inode] = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)/.exec(line) ?? []
    const isWritten = access.startsWith('rw') || (access.startsWith('r') && inode === '0')
    return isWritten && !line.includes('[v') ? [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }] : []
  })
}

function asFound(bytes: Buffer): Buffer[] {
  // Without the last signs of base64, which depend on what follows. V8 keeps such texts with one byte for each sign.
  return [bytes, Buffer.from(bytes.toString('base64').slice(0, 40)), Buffer.from(bytes.toString('hex'))]
}

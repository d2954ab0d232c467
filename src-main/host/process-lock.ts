import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ProcessLock {
  release(): Promise<void>
}

/**
 * Holds a folder for this process, or gives undefined where another one does. What holds it is a listening socket, which ends
 * with the process however it dies, so that no lock is ever left behind. The folder is named by device and inode: two paths to
 * one folder are one lock.
 */
export async function acquireProcessLock(folder: string, platform = process.platform): Promise<ProcessLock | undefined> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const name = `neurocad-connect-${createHash('sha256').update(`${dev}:${ino}`).digest('hex')}`
  if (platform === 'linux') return listenOn(`\0${name}`)
  if (platform === 'win32') return listenOn(`\\\\.\\pipe\\${name}`)
  return listenOnFile(join(tmpdir(), `${name.slice(0, 40)}.sock`))
}

/** A socket file outlives its process, so one that nobody answers at is left over, and is taken. */
async function listenOnFile(path: string): Promise<ProcessLock | undefined> {
  const lock = await listenOn(path)
  if (lock !== undefined || (await isAnswered(path))) return lock
  await rm(path, { force: true })
  return listenOn(path)
}

async function listenOn(address: string): Promise<ProcessLock | undefined> {
  const server = createServer((socket) => socket.destroy())
  try {
    await listening(server, address)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

const listening = (server: Server, address: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, resolve)
  })

const isAnswered = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

import { Console } from 'node:console'

/**
 * Keeps standard output for what we write to it on purpose: whatever a library prints goes to standard error. A reader that went
 * away (EPIPE) ends nothing: the server goes on without being listened to.
 */
export function keepStandardOutput(): void {
  globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr })
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

/** Of Electron's `UtilityProcess`. `pid` is undefined before `spawn` and once it has ended. */
interface Child {
  readonly pid?: number | undefined
  kill(): boolean
  once(event: 'spawn' | 'exit', listener: () => void): unknown
}

/**
 * Asks a process to end, which `kill` does with SIGTERM, and makes it when it has not within that many milliseconds. Resolves when it
 * is gone. Nothing acknowledged is lost even then: every command was synced before it was answered.
 */
export function endWithin(milliseconds: number, child: Child, killNow: (pid: number) => void = kill): Promise<void> {
  return new Promise((resolve) => {
    const ask = () => child.kill()
    const timer = setTimeout(() => {
      if (child.pid !== undefined) killNow(child.pid)
      // Not even started in all that time: nothing of it is left to wait for.
      else resolve()
    }, milliseconds)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    // A process that is only being started cannot be asked yet.
    if (child.pid === undefined) child.once('spawn', ask)
    else ask()
  })
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It ended in this very moment, which its `exit` is about to say.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

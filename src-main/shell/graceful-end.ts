/** Of Electron's `UtilityProcess`. `pid` is undefined once it has ended. */
interface Child {
  readonly pid?: number | undefined
  kill(): boolean
  once(event: 'exit', listener: () => void): unknown
}

/**
 * Asks a process to end, which `kill` does with SIGTERM, and makes it when it has not within that many milliseconds. Resolves when it
 * is gone. Nothing acknowledged is lost even then: every command was synced before it was answered.
 */
export function endWithin(milliseconds: number, child: Child, killNow: (pid: number) => void = kill): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) killNow(child.pid)
    }, milliseconds)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill()
  })
}

const kill = (pid: number) => process.kill(pid, 'SIGKILL')

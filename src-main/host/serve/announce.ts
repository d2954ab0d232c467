import { hasDisplay, openBrowser } from './open-browser'
import { missingText, readyJson, readyText } from './ready-line'
import type { RunningServe } from './start-serve'

/**
 * Says where the server is, opens a browser where there is a screen, and at a terminal gives a new link at every Enter.
 * Returns how to take back what that left behind.
 */
export async function announce(serve: RunningServe, options: { json: boolean; open: boolean }): Promise<() => Promise<void>> {
  const { stdin, stdout, stderr, platform, env } = process
  const interactive = !options.json && stdout.isTTY && stdin.isTTY
  const opens = options.open && hasDisplay(platform, env)
  const removals: (() => Promise<void>)[] = []
  // A ticket works once, so the browser gets one of its own.
  const open = async () => removals.push(await openBrowser(serve.freshUrl()))

  stdout.write(options.json ? readyJson(serve.ready) : readyText(serve.ready, interactive))
  stderr.write(missingText(serve.ready))
  if (opens) await open()
  if (interactive) {
    stdin.on('data', () => {
      stdout.write(`${serve.freshUrl()}\n`)
      if (opens) void open()
    })
  }
  return async () => {
    stdin.pause()
    await Promise.all(removals.map((remove) => remove()))
  }
}

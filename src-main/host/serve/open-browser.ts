import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const openers: Partial<Record<NodeJS.Platform, string>> = { linux: 'xdg-open', darwin: 'open', win32: 'explorer.exe' }

/** Whether there is a screen to open a browser on. */
export function hasDisplay(platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Opens a browser at `url`, whose ticket must not be in an argument list that other users can read: the browser is given a file
 * of this user alone (0600), which redirects. Returns how to remove the file, which also happens by itself after 60 seconds.
 */
export async function openBrowser(url: string, platform: NodeJS.Platform = process.platform): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-connect-open-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const page = join(folder, 'open.html')
  await writeFile(page, redirectPage(url), { mode: 0o600, flag: 'wx' })
  setTimeout(() => void remove(), 60_000).unref()
  const opener = spawn(openers[platform] ?? 'xdg-open', [page], { detached: true, stdio: 'ignore' })
  // Without an opener nothing opens; the link that was printed still works.
  opener.once('error', () => void remove())
  opener.unref()
  return remove
}

/** Our own URL has nothing to escape: digits, dots and base64url. */
const redirectPage = (url: string) =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}"><title>Neurocad Connect</title>`

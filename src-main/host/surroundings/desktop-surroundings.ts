import { EngineError } from '../../engine/error'
import { shellAnchors } from '../bridge/shell-anchors'
import { ShellFailure } from '../bridge/shell-failure'
import { shellKeychain } from '../bridge/shell-keychain'
import type { ShellLink } from '../bridge/shell-link'
import type { Surroundings } from './surroundings'

/**
 * The desktop application: everything is asked of its shell. What it refuses to do is `NOT_AVAILABLE_HERE` with its own sentence;
 * a shell that does not answer is a `ShellFailure`.
 */
export const desktopSurroundings = (shell: Pick<ShellLink, 'ask'>): Surroundings => ({
  kind: 'desktop',
  keychain: shellKeychain(shell),
  anchors: shellAnchors(shell),
  facts: () => shell.ask('shell.facts', null),
  scheme: () => shell.ask('scheme.status', null),
  openFolder: async (path) => {
    await done(shell.ask('folder.open', { path }))
  },
  showFile: async (file) => {
    await done(shell.ask('file.show', file))
  },
  openFile: async (file) => {
    await done(shell.ask('file.open', file))
  },
  chooseFolder: async (startIn) => (await done(shell.ask('folder.choose', { startIn }))).path,
  checkForUpdates: () => done(shell.ask('update.check', null)),
  installUpdate: () => done(shell.ask('update.install', null)),
})

const done = <Output>(asked: Promise<Output>): Promise<Output> =>
  asked.catch((error: unknown) => {
    const isRefused = error instanceof ShellFailure && error.reason === 'refused'
    throw isRefused ? new EngineError('NOT_AVAILABLE_HERE', {}, error.message) : error
  })

import { homedir } from 'node:os'
import { join } from 'node:path'
import { hostWords } from '../../../src-shared/words/en/host'
import { EngineError } from '../../engine/error'
import type { AnchorStore } from '../../engine/port'
import type { Surroundings } from './surroundings'

const notHere = () => Promise.reject(new EngineError('NOT_AVAILABLE_HERE'))

/** A server has no shell around it: no keychain, no tray, and nobody whom it could ask for a folder. */
export const serveSurroundings = (version: string, anchors?: AnchorStore): Surroundings => ({
  kind: 'serve',
  keychain: undefined,
  anchors,
  facts: async () => ({
    version,
    screenLock: null,
    tray: false,
    notifications: false,
    downloads: join(homedir(), 'Downloads'),
    update: { state: 'off', version: null, detail: hostWords.noUpdates },
  }),
  scheme: async () => undefined,
  openFolder: notHere,
  showFile: notHere,
  openFile: notHere,
  chooseFolder: notHere,
  checkForUpdates: notHere,
  installUpdate: notHere,
})

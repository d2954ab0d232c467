import type { SchemeStatus, ShellOutput } from '../../../src-shared/bridge/engine-message'
import type { HostFacts, UpdateStatus } from '../../../src-shared/contract/host'
import type { AnchorStore, Keychain } from '../../engine/port'

/** What the program around the engine is and can do. Where it cannot, a method rejects with `NOT_AVAILABLE_HERE`. */
export interface Surroundings {
  readonly kind: HostFacts['kind']
  /** None where nobody sits at a window. */
  readonly keychain: Keychain | undefined
  /** Outside every vault's folder; none where nothing is kept. */
  readonly anchors: AnchorStore | undefined
  facts(): Promise<ShellOutput<'shell.facts'>>
  /** Where `neurocad://` links of this computer lead; undefined where none could ever lead here. */
  scheme(): Promise<SchemeStatus | undefined>
  /** Shows an absolute path in the file manager. */
  openFolder(path: string): Promise<void>
  /** Shows a file, of whatever kind, in the file manager. `path` is directly in `folder`; both are absolute. */
  showFile(file: { path: string; folder: string }): Promise<void>
  /** Opens it with the program that the system has for it, unless it could be one itself. */
  openFile(file: { path: string; folder: string }): Promise<void>
  /** Asks the person; null when they cancelled. */
  chooseFolder(startIn: string): Promise<string | null>
  checkForUpdates(): Promise<UpdateStatus>
  installUpdate(): Promise<UpdateStatus>
}

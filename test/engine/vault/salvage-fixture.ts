import { FakeAnchors } from '../../fakes/anchors'
import type { FakeFiles } from '../../fakes/files'
import { type vaultPorts as plainPorts, vaultPorts } from './vault-fixture'

/** The newest file of a kind in the folder. */
export function newestFile(files: FakeFiles, kind: 'snapshot' | 'journal'): string {
  const numbers = [...files.contents.keys()].flatMap((name) => (name.startsWith(`${kind}-`) ? [Number(name.split('-')[1])] : []))
  return `${kind}-${Math.max(...numbers)}`
}

/** Ports whose vault keeps its last event outside the folder. */
export const anchoredPorts = (
  files?: FakeFiles,
  anchors = new FakeAnchors(),
): ReturnType<typeof plainPorts> & { anchors: FakeAnchors } => ({ ...vaultPorts(files), anchors })

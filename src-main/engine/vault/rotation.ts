import { EngineError } from '../error'
import type { HeaderBody } from './header-codec'
import type { Command } from './vault'
import type { NewKek } from './vault-keys'

/**
 * Rotation of the key-encryption key: a new one comes into the header, and everything that is sealed from then on is under it. The next
 * compaction wraps the other data keys anew and leaves no older file, and then the earlier keys go out of the header. As long as there
 * is more than one key in it, such a compaction is due: so it goes on after a kill, a lock or a full disk, from whatever step it came to.
 */
export const isRotating = ({ keks }: Pick<HeaderBody, 'keks'>): boolean => keks.length > 1

/** Versions that no file needs once everything that is there now was wrapped anew. */
export const retiringKeks = ({ keks }: HeaderBody): number[] =>
  keks
    .map(({ version }) => version)
    .sort((a, b) => a - b)
    .slice(0, -1)

export const withoutKeks = ({ keks }: HeaderBody, versions: readonly number[]): Pick<HeaderBody, 'keks'> => ({
  keks: keks.filter(({ version }) => !versions.includes(version)),
})

/** Throws `ROTATION_UNDER_WAY`: one after the other, so that the header never grows. */
export function nextKekVersion(body: HeaderBody): number {
  if (isRotating(body)) throw new EngineError('ROTATION_UNDER_WAY')
  return 1 + Math.max(...body.keks.map(({ version }) => version))
}

/** The keys with the new one, which was made for this header. Throws `ROTATION_UNDER_WAY` where another rotation was quicker. */
export function withKek(body: HeaderBody, { wrapped }: NewKek): Pick<HeaderBody, 'keks'> {
  if (nextKekVersion(body) !== wrapped.version) throw new EngineError('ROTATION_UNDER_WAY')
  return { keks: [...body.keks, wrapped] }
}

/** The event of a rotation that begins or ends; none where there is no version. */
export const keysRotated = (
  actor: Command<void>['actor'],
  change: 'started' | 'finished',
  version: () => number | undefined,
): Command<void> => ({
  actor,
  touches: ['vault'],
  decide: () => {
    const rotated = version()
    const data = rotated === undefined ? undefined : { version: rotated, change }
    return { events: data ? [{ body: { kind: 'vault.keys_rotated', record: 'vault', data } }] : [], result: () => undefined }
  },
})

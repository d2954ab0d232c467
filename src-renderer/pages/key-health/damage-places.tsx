import type { DamagedFile } from '../../../src-shared/contract/vault-damage'
import { damageWords } from '../../../src-shared/words/en/damage'

/** File by file and byte by byte, for whoever looks into it. */
export function DamagePlaces({ files }: { files: readonly DamagedFile[] }) {
  const lines = files.flatMap(({ file, places, morePlaces }) => [
    ...places.map((place) => damageWords.place(file, place)),
    ...(morePlaces > 0 ? [damageWords.more(file, morePlaces)] : []),
  ])
  return (
    <details className="mt-1.5">
      <summary className="cursor-pointer font-medium">{damageWords.places}</summary>
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line} className="break-words text-small">
            {line}
          </li>
        ))}
      </ul>
    </details>
  )
}

import { useEffect, useMemo, useState } from 'react'
import { commonWords } from '../../../src-shared/words/en/common'
import { settingsWords } from '../../../src-shared/words/en/settings'
import { Dialog } from '../../components/dialog'
import { SearchField } from '../../components/search-field'
import { type Licence, readLicences } from '../../lib/licences'

/** What the program is made of, with the whole text of each licence. */
export function LicencesDialog({ onClose }: { onClose(): void }) {
  const [licences, setLicences] = useState<readonly Licence[] | 'absent'>()
  const [query, setQuery] = useState('')
  useEffect(() => {
    let shown = true
    void readLicences().then((found) => {
      if (shown) setLicences(found ?? 'absent')
    })
    return () => {
      shown = false
    }
  }, [])
  const matching = useMemo(() => (Array.isArray(licences) ? licences.filter(matches(query)) : []), [licences, query])
  return (
    <Dialog
      title={settingsWords.licences}
      description={settingsWords.licencesLead}
      className="top-[8vh] max-h-[84vh] max-w-[640px]"
      onClose={onClose}
    >
      <div className="flex min-h-40 flex-col gap-3 px-5 pt-4 pb-5">
        {licences === 'absent' && <p role="status">{settingsWords.noLicences}</p>}
        {licences === undefined && <div className="skeleton h-40" aria-hidden />}
        {Array.isArray(licences) && (
          <>
            <SearchField label={settingsWords.searchLicences} value={query} onChange={setQuery} />
            {matching.length === 0 && <p role="status">{commonWords.nothingMatches(query)}</p>}
            <ul className="divide-y divide-line rounded-card border border-line bg-card">
              {matching.map((licence) => (
                <LicenceRow key={`${licence.name}@${licence.version}`} licence={licence} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}

function LicenceRow({ licence: { name, version, licence, text } }: { licence: Licence }) {
  return (
    <li>
      <details>
        <summary className="flex min-h-9 items-center gap-2 rounded-control px-3 py-1.5 hover:bg-hover">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <span className="text-muted text-small tabular-nums">{version}</span>
          <span className="ml-auto shrink-0 text-muted text-small">{licence}</span>
        </summary>
        <pre className="mx-3 mb-3 max-h-64 overflow-auto whitespace-pre-wrap rounded-control bg-sunken p-3 font-mono text-small">
          {text === '' ? settingsWords.noLicenceText : text}
        </pre>
      </details>
    </li>
  )
}

const matches = (query: string) => {
  const wanted = query.trim().toLowerCase()
  return ({ name, licence }: Licence) => `${name} ${licence}`.toLowerCase().includes(wanted)
}

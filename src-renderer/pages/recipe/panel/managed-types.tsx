import { TriangleAlert } from 'lucide-react'
import type { CredentialOptions } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { ManagedBadge } from '../../../components/managed-badge'
import { ProviderMark } from '../../../components/provider-mark'

/** What the operator provides with it: a badge, and no chooser. */
export function ManagedTypes({ managed }: Pick<CredentialOptions, 'managed'>) {
  if (managed.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <h4 className="font-medium">{nodePanelWords.managed}</h4>
      {managed.map(({ type, provisioned, name }) => (
        <div key={type} className="flex items-start gap-2.5 rounded-control border border-line px-2.5 py-2">
          <ProviderMark type={type} size="small" />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{name}</span>
              <ManagedBadge />
            </p>
            <p className={provisioned ? 'text-muted text-small' : 'flex items-center gap-1 text-small text-warn-ink'}>
              {!provisioned && <TriangleAlert className="size-3.5 shrink-0" aria-hidden />}
              {provisioned ? nodePanelWords.managedBound : nodePanelWords.managedMissing}
            </p>
          </div>
        </div>
      ))}
    </div>
  )
}

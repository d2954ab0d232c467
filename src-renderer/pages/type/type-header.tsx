import { Lock, Plus } from 'lucide-react'
import type { TypeView } from '../../../src-shared/contract/directory'
import { typeWords } from '../../../src-shared/words/en/type'
import { Button } from '../../components/button'
import { ManagedBadge } from '../../components/managed-badge'
import { ProviderMark } from '../../components/provider-mark'

interface TypeHeaderProps {
  view: TypeView
  /** Undefined while this type cannot be added from here: no app yet, the operator provides it, or the empty list offers it. */
  onAdd: (() => void) | undefined
  adding: boolean
}

export function TypeHeader({ view, onAdd, adding }: TypeHeaderProps) {
  return (
    <header className="-mt-4 flex flex-wrap items-start gap-3.5">
      <ProviderMark type={view.type} />
      <div className="min-w-48 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="font-semibold text-title tracking-tight">{view.name}</h1>
          {view.managed && <ManagedBadge />}
        </div>
        <p className="text-muted">{view.description}</p>
        {view.visibility === 'private' && (
          <p className="mt-1 flex items-center gap-1.5 text-small">
            <Lock className="size-3.5 text-muted" aria-hidden />
            {typeWords.onlyYou}
          </p>
        )}
      </div>
      {onAdd !== undefined && (
        <Button look="primary" busy={adding} onClick={onAdd}>
          <Plus aria-hidden />
          {typeWords.add}
        </Button>
      )}
    </header>
  )
}

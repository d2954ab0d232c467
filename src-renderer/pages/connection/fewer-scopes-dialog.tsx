import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import { commonWords } from '../../../src-shared/words/en/common'
import { usageWords } from '../../../src-shared/words/en/usage'
import { Button } from '../../components/button'
import { Dialog, DialogActions } from '../../components/dialog'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

interface FewerScopesDialogProps {
  connection: ConnectionView
  usage: ConnectionUsage
  onClose(): void
}

/** Says what is kept and what is given up, before the consent page asks for the rest. */
export function FewerScopesDialog({ connection, usage, onClose }: FewerScopesDialogProps) {
  const reconnectWith = useConnect((state) => state.reconnectWith)
  const { unused, granted } = usage.scopes
  const kept = granted.filter((scope) => !unused.includes(scope))
  const reconnect = useAction(async () => {
    await reconnectWith(connection, kept)
    onClose()
  })
  return (
    <Dialog alert title={usageWords.fewerTitle(connection.name)} description={usageWords.fewerLead} onClose={onClose}>
      <dl className="flex flex-col gap-3 px-5 pt-3">
        <Scopes name={usageWords.keeps} scopes={kept} />
        <Scopes name={usageWords.givesUp} scopes={unused} />
      </dl>
      {reconnect.problem !== undefined && (
        <div className="px-5 pt-3">
          <ProblemNotice problem={reconnect.problem} onRetry={() => void reconnect.run()} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>{commonWords.cancel}</Button>
        <Button look="primary" busy={reconnect.busy} onClick={() => void reconnect.run()}>
          {usageWords.fewerButton}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Scopes({ name, scopes }: { name: string; scopes: readonly string[] }) {
  return (
    <div>
      <dt className="text-muted text-small">{name}</dt>
      <dd className="flex flex-wrap gap-1.5 pt-1">
        {scopes.map((scope) => (
          <code key={scope} className="break-all rounded-[4px] bg-sunken px-1.5 py-0.5 font-mono text-small">
            {scope}
          </code>
        ))}
      </dd>
    </div>
  )
}

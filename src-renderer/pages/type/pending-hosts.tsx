import { TriangleAlert } from 'lucide-react'
import type { TypeView } from '../../../src-shared/contract/directory'
import { typeWords } from '../../../src-shared/words/en/type'
import { Button } from '../../components/button'
import { NoticeBox } from '../../components/notice-box'
import { ProblemNotice } from '../../components/problem-notice'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** The operator's file names hosts that it did not name before: the owner has the last word. */
export function PendingHosts({ view, hosts }: { view: TypeView; hosts: readonly string[] }) {
  const ownsVault = useConnect((state) => state.ownsVault)
  const confirmHosts = useConnect((state) => state.confirmHosts)
  const loadType = useConnect((state) => state.loadType)
  const notify = useConnect((state) => state.notify)
  const confirm = useAction(async () => {
    try {
      await confirmHosts(view.type, hosts)
      notify(typeWords.mayUseHosts(view.name))
    } catch (error) {
      // Where the file was changed meanwhile, what it names now is what is asked about next.
      await loadType(view.type).catch(() => undefined)
      throw error
    }
  })
  return (
    <div className="flex flex-col gap-2">
      <NoticeBox
        tone="warn"
        icon={TriangleAlert}
        title={typeWords.newHosts(hosts.length)}
        action={
          ownsVault && (
            <Button busy={confirm.busy} onClick={() => void confirm.run()}>
              {typeWords.confirmHosts(hosts.length)}
            </Button>
          )
        }
      >
        <p>{ownsVault ? typeWords.beforeYou(hosts.length) : typeWords.beforeOwner(hosts.length)}</p>
        <ul className="mt-1.5 flex flex-col gap-0.5">
          {hosts.map((host) => (
            <li key={host} className="break-all font-mono text-ink text-small">
              {host}
            </li>
          ))}
        </ul>
      </NoticeBox>
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} onRetry={() => void confirm.run()} />}
    </div>
  )
}

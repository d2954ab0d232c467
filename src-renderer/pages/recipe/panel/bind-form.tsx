import { KeySquare } from 'lucide-react'
import { useId, useState } from 'react'
import type { ConnectionView } from '../../../../src-shared/contract/connection'
import type { NodeGrant, RecipeView } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { Button } from '../../../components/button'
import { ProblemNotice } from '../../../components/problem-notice'
import { Select } from '../../../components/select'
import { type GrantTerm, grantEnd, grantTerms } from '../../../lib/grant-term'
import { problemFrom } from '../../../lib/problem'
import { useAction } from '../../../lib/use-action'
import { useConnect } from '../../../stores/use-connect'

interface BindFormProps {
  recipe: RecipeView
  node: RecipeView['nodes'][number]
  /** What is chosen in the list. */
  connection: ConnectionView | undefined
  /** What the node uses now, where that can be seen. */
  bound: ConnectionView | undefined
  grant: NodeGrant | undefined
  unbinds: boolean
}

/** Confirms what was chosen: of a private connection it says what is signed by that, and until when. */
export function BindForm({ recipe, node, connection, bound, grant, unbinds }: BindFormProps) {
  const id = useId()
  const [term, setTerm] = useState<GrantTerm>('never')
  const bindNode = useConnect((state) => state.bindNode)
  const offer = useConnect((state) => state.offer)
  const target = { id: recipe.id, nodeId: node.id }
  const said = (text: string) => {
    // Undoing it for a private connection would sign a new grant, which is the person's to do.
    const back = bound?.visibility === 'org' ? bound.id : undefined
    const undo = () =>
      void bindNode({ ...target, connectionId: back ?? null }).catch((error: unknown) =>
        offer({ text: nodePanelWords.notUndone, detail: problemFrom(error).sentence, tone: 'warn' }),
      )
    offer({ text, topic: `bind-${node.id}`, ...(back && { action: { label: nodePanelWords.undo, run: undo } }) })
  }
  const bind = useAction(async (to: ConnectionView) => {
    const expiresAt = to.visibility === 'private' ? grantEnd(term, Date.now()) : undefined
    await bindNode({ ...target, connectionId: to.id, ...(expiresAt !== undefined && { expiresAt }) })
    said(to.id === bound?.id ? nodePanelWords.grantGiven(node.name) : nodePanelWords.bound(to.name, node.name))
  })
  const unbind = useAction(async () => {
    await bindNode({ ...target, connectionId: null })
    said(nodePanelWords.unbound(node.name))
  })
  const isPrivate = connection?.visibility === 'private'
  const regrant = connection !== undefined && connection.id === bound?.id && isPrivate && grant !== 'active'
  const acts = connection !== undefined && (connection.id !== bound?.id || regrant)
  const problem = bind.problem ?? unbind.problem
  return (
    <>
      {acts && isPrivate && (
        <div className="flex flex-col gap-2 rounded-control border border-line bg-sunken px-3 py-2.5 text-small">
          <p className="flex items-center gap-1.5 font-medium">
            <KeySquare className="size-3.5 shrink-0 text-accent-ink" aria-hidden />
            {nodePanelWords.grantsTitle}
          </p>
          <p className="text-muted">{nodePanelWords.grants(connection.name, node.name)}</p>
          <div className="flex flex-wrap items-center gap-2">
            <label htmlFor={id}>{nodePanelWords.expires}</label>
            <Select
              id={id}
              value={term}
              options={grantTerms}
              onValueChange={(value) => setTerm(grantTerms.find((one) => one.value === value)?.value ?? 'never')}
            />
          </div>
        </div>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {(acts || unbinds) && (
        <div className="flex flex-wrap gap-2">
          {acts && (
            <Button look="primary" busy={bind.busy} onClick={() => void bind.run(connection)}>
              {label(isPrivate, regrant, grant, bound !== undefined)}
            </Button>
          )}
          {unbinds && (
            <Button look="quiet" busy={unbind.busy} onClick={() => void unbind.run()}>
              {nodePanelWords.unbind}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function label(isPrivate: boolean, regrant: boolean, grant: NodeGrant | undefined, changes: boolean): string {
  if (regrant) return grant === 'missing' ? nodePanelWords.giveGrant : nodePanelWords.grantAgain
  if (isPrivate) return nodePanelWords.useAndGrant
  return changes ? nodePanelWords.change : nodePanelWords.use
}

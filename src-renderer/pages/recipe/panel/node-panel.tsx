import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { RecipeView } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { giveBackFocus } from '../../../components/give-back-focus'
import { IconButton } from '../../../components/icon-button'
import { NodeKindMark } from '../../../components/node-kind-mark'
import { nodeKindLook } from '../../../lib/node-kind-look'
import { CredentialPicker } from './credential-picker'
import { Params } from './params'
import { WebhookSource } from './webhook-source'

interface NodePanelProps {
  recipe: RecipeView
  node: RecipeView['nodes'][number]
  onClose(): void
}

/** What the picker says itself. */
const saidBelow: ReadonlySet<string> = new Set(['GRANT_MISSING', 'CREDENTIAL_MISSING'])

/** One node: which connection it uses, how that is permitted, and what it does. */
export function NodePanel({ recipe, node, onClose }: NodePanelProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    // Whatever chose the node may be far from here: in a list above, or on another page.
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('aside')?.scrollIntoView({ block: 'nearest' })
    return () => {
      // Unless the person has gone elsewhere meanwhile.
      if (document.activeElement === null || document.activeElement === document.body) giveBackFocus(before)
    }
  }, [])
  const missing = recipe.verdict.incomplete.filter(({ nodeId }) => nodeId === node.id)
  const wrong = recipe.verdict.problems
    .filter(({ nodeId, code }) => nodeId === node.id && !saidBelow.has(code))
    .map(({ message }) => message)
  return (
    <aside aria-labelledby={id} className="fade-in min-w-0 rounded-card border border-line bg-card" data-node-panel={node.id}>
      <header className="flex items-center gap-2.5 border-line border-b px-4 py-3">
        <NodeKindMark kind={node.kind} />
        <div className="min-w-0 flex-1">
          <h3 ref={heading} id={id} tabIndex={-1} className="truncate font-semibold outline-none" title={node.name}>
            <bdi>{node.name}</bdi>
          </h3>
          <p className="truncate text-muted text-small">
            {nodeKindLook[node.kind].word} · <span className="font-mono">{node.id}</span>
          </p>
        </div>
        <IconButton label={nodePanelWords.close} onClick={onClose} className="-mr-1.5">
          <X />
        </IconButton>
      </header>
      {wrong.length > 0 && <Trouble messages={wrong} />}
      {node.kind === 'webhook.trigger' && <WebhookSource recipe={recipe} nodeId={node.id} />}
      <CredentialPicker recipe={recipe} node={node} />
      <section className="border-line border-t px-4 py-3">
        <h4 className="mb-2 font-medium">{nodePanelWords.params}</h4>
        {missing.length > 0 && (
          <div className="mb-3 rounded-control bg-warn-soft px-2.5 py-2 text-small text-warn-ink">
            <p className="font-medium">{nodePanelWords.missingParams(missing.length)}</p>
            <ul className="mt-1 list-disc pl-4">
              {missing.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          </div>
        )}
        <Params params={node.params} />
      </section>
    </aside>
  )
}

function Trouble({ messages }: { messages: readonly string[] }) {
  return (
    <div className="flex gap-2 border-line border-b bg-warn-soft px-4 py-2.5 text-small text-warn-ink">
      <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <div className="min-w-0 break-words">
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </div>
  )
}

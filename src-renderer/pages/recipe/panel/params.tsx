import type { RecipeView } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { templateParts } from '../../../lib/template-parts'

type Params = RecipeView['nodes'][number]['params']

/** What a node does, to read: each parameter by its name, with what is filled in while it runs set apart. */
export function Params({ params }: { params: Params }) {
  const entries = Object.entries(params)
  if (entries.length === 0) return <p className="text-muted">{nodePanelWords.noParams}</p>
  return (
    <dl translate="no" className="flex flex-col gap-2">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt className="font-mono text-muted text-small">{name}</dt>
          <dd className="mt-0.5 whitespace-pre-wrap break-words rounded-control bg-sunken px-2 py-1.5 text-small">
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { value: Params[string] }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return templateParts(text).map(({ text: part, template }, index) =>
    template ? (
      <code
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay where they are.
        key={index}
        title={nodePanelWords.template}
        className="rounded-[4px] bg-accent-soft px-1 py-px font-mono text-accent-ink"
      >
        {part.slice(2, -2).trim()}
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay where they are.
      <span key={index} className={typeof value === 'string' ? undefined : 'font-mono'}>
        {part}
      </span>
    ),
  )
}

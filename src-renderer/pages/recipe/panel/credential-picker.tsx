import { EyeOff } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../../src-shared/contract/connection'
import type { CredentialOptions, RecipeView } from '../../../../src-shared/contract/recipe'
import { nodePanelWords } from '../../../../src-shared/words/en/node-panel'
import { Button } from '../../../components/button'
import { ProblemNotice } from '../../../components/problem-notice'
import { SearchField } from '../../../components/search-field'
import { paths } from '../../../lib/paths'
import { useAnswer } from '../../../lib/use-answer'
import { useDebounced } from '../../../lib/use-debounced'
import { useConnect } from '../../../stores/use-connect'
import { useTypeName } from '../../../stores/use-type-name'
import { BindForm } from './bind-form'
import { GrantState } from './grant-state'
import { ManagedTypes } from './managed-types'
import { PickerOption } from './picker-option'

interface CredentialPickerProps {
  recipe: RecipeView
  node: RecipeView['nodes'][number]
}

/** Below this a search field is more to read than the list. */
const worthSearching = 6

/** Which connection a node uses. What is there already is shown; nothing is bound before the person says so. */
export function CredentialPicker({ recipe, node }: CredentialPickerProps) {
  const client = useConnect((state) => state.client)
  const revision = useConnect((state) => state.recipeRevision)
  const [typed, setTyped] = useState('')
  const query = useDebounced(typed.trim(), 90)
  const options = useAnswer(
    (signal) => client.recipe.credentialOptions({ id: recipe.id, nodeId: node.id, ...(query !== '' && { query }) }, { signal }),
    [client, recipe.id, node.id, recipe.version, revision, query],
  )
  const found = options.value
  // A Webhook trigger makes its source above.
  const made = node.kind === 'webhook.trigger' && found?.items.length === 0 && query === ''
  if (made) return null
  if (found !== undefined && found.slot === null && found.managed.length === 0) {
    return <p className="px-4 py-3 text-muted">{nodePanelWords.noCredential}</p>
  }
  return (
    <section aria-label={nodePanelWords.credential} className="flex flex-col gap-2.5 px-4 py-3">
      {options.problem !== undefined && <ProblemNotice problem={options.problem} onRetry={options.again} />}
      {found === undefined && options.problem === undefined && <div className="skeleton h-24" aria-hidden />}
      {found !== undefined && (
        <>
          {found.slot !== null && (
            <h4 className="font-medium">{found.slot.required ? nodePanelWords.credential : nodePanelWords.credentialOptional}</h4>
          )}
          {found.hidden && (
            <p className="flex gap-2 rounded-control bg-gone-soft px-2.5 py-2 text-gone-ink text-small">
              <EyeOff className="mt-0.5 size-3.5 shrink-0" aria-hidden />
              {nodePanelWords.hidden}
            </p>
          )}
          {(found.total > worthSearching || typed !== '') && (
            <SearchField label={nodePanelWords.search} value={typed} onChange={setTyped} />
          )}
          {found.slot !== null && found.items.length > 0 && (
            <Choice key={`${recipe.version}`} recipe={recipe} node={node} options={found} slot={found.slot} />
          )}
          {found.items.length === 0 && query !== '' && <p className="text-muted">{nodePanelWords.noMatch(query)}</p>}
          {found.empty !== null && <Nothing empty={found.empty} />}
          <ManagedTypes managed={found.managed} />
        </>
      )}
    </section>
  )
}

interface ChoiceProps extends CredentialPickerProps {
  options: CredentialOptions
  slot: NonNullable<CredentialOptions['slot']>
}

function Choice({ recipe, node, options, slot }: ChoiceProps) {
  const { items, total, selected, preselected, grant } = options
  const bound = selected?.connectionId
  const [chosen, setChosen] = useState<string | undefined>(bound ?? preselected ?? undefined)
  const connection = items.find(({ id }) => id === chosen)
  return (
    <>
      <RadioGroup.Root
        value={chosen ?? ''}
        onValueChange={setChosen}
        aria-label={nodePanelWords.choose}
        className="flex max-h-72 flex-col overflow-y-auto rounded-control border border-line"
      >
        {items.map((item: ConnectionView) => (
          <PickerOption key={item.id} connection={item} inUse={item.id === bound} withMark={slot.type === 'any'} />
        ))}
      </RadioGroup.Root>
      {total > items.length && <p className="text-muted text-small">{nodePanelWords.moreMatch(items.length, total)}</p>}
      {bound === undefined && preselected !== null && chosen === preselected && (
        <p className="text-muted text-small">{nodePanelWords.preselected}</p>
      )}
      {grant !== undefined && bound !== undefined && chosen === bound && <GrantState grant={grant} />}
      <BindForm
        recipe={recipe}
        node={node}
        connection={connection}
        bound={items.find(({ id }) => id === bound)}
        grant={grant}
        unbinds={bound !== undefined}
      />
    </>
  )
}

/** Why there is nothing to choose from, and where that is mended. */
function Nothing({ empty: { message, type } }: { empty: NonNullable<CredentialOptions['empty']> }) {
  const [, navigate] = useLocation()
  const name = useTypeName(type) ?? type
  return (
    <div className="rounded-control border border-line border-dashed px-3 py-3">
      <p className="text-muted">{message}</p>
      <Button className="mt-2.5" onClick={() => navigate(paths.type(type))}>
        {nodePanelWords.emptyAction(name)}
      </Button>
    </div>
  )
}

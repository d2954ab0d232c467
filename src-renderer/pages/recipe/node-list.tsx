import { ChevronRight, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { OptionRow } from '../../components/connection-rows/option-row'
import { useActiveRow } from '../../components/connection-rows/use-active-row'
import { VirtualRows } from '../../components/connection-rows/virtual-rows'
import { NodeKindMark } from '../../components/node-kind-mark'
import { SearchField } from '../../components/search-field'
import { nodeKindLook } from '../../lib/node-kind-look'

interface NodeListProps {
  nodes: RecipeView['nodes']
  trouble: ReadonlyMap<string, readonly string[]>
  onSelect(nodeId: string): void
}

/** Below this a search field is more to read than the list. */
const worthSearching = 12

/** The nodes under each other, in the order of the recipe: where there is no room for a graph, or too much in it. */
export function NodeList({ nodes, trouble, onSelect }: NodeListProps) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const found = useMemo(
    () => nodes.filter(({ name, kind }) => `${name} ${nodeKindLook[kind].word}`.toLowerCase().includes(wanted)),
    [nodes, wanted],
  )
  const open = (index: number) => {
    const node = found[index]
    if (node !== undefined) onSelect(node.id)
  }
  const active = useActiveRow({ total: found.length, open, scope: wanted, main: false })
  return (
    <div className="flex flex-col gap-2">
      {nodes.length > worthSearching && (
        <SearchField label={recipePageWords.searchNodes} value={typed} onChange={setTyped} onKeyDown={active.onSearchKey} />
      )}
      {found.length === 0 ? (
        <p className="rounded-card border border-line bg-card px-3.5 py-3 text-muted">{recipePageWords.noNode(typed.trim())}</p>
      ) : (
        <VirtualRows
          role="listbox"
          label={recipePageWords.nodes}
          total={found.length}
          rowHeight={52}
          active={active}
          onReach={() => undefined}
        >
          {(place) => {
            const node = found[place.index]
            const wrong = node && trouble.get(node.id)
            return (
              <OptionRow key={place.index} place={place} onOpen={() => open(place.index)}>
                {node && (
                  <>
                    <NodeKindMark kind={node.kind} />
                    <span className="flex min-w-0 flex-1 flex-col">
                      <bdi className="truncate font-medium">{node.name}</bdi>
                      <span className={wrong ? 'truncate text-small text-warn-ink' : 'truncate text-muted text-small'}>
                        {wrong?.[0] ?? nodeKindLook[node.kind].word}
                      </span>
                    </span>
                    {wrong && <TriangleAlert className="size-4 shrink-0 text-warn-ink" aria-hidden />}
                    <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
                  </>
                )}
              </OptionRow>
            )
          }}
        </VirtualRows>
      )}
    </div>
  )
}

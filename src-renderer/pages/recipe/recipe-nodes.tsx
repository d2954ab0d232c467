import { List, Workflow } from 'lucide-react'
import { useState } from 'react'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Section } from '../../components/section'
import { Segments } from '../../components/segments'
import { useMedia } from '../../lib/use-media'
import { RecipeGraph } from './graph/recipe-graph'
import { NodeList } from './node-list'
import { NodePanel } from './panel/node-panel'

interface RecipeNodesProps {
  recipe: RecipeView
  trouble: ReadonlyMap<string, readonly string[]>
  selected: string | undefined
  onSelect(nodeId: string | undefined): void
}

/** The nodes, as a graph or a list, and beside them the one that was chosen. */
export function RecipeNodes({ recipe, trouble, selected, onSelect }: RecipeNodesProps) {
  const roomy = useMedia('(min-width: 720px)')
  const [chosen, setChosen] = useState<string>()
  const view = chosen ?? (roomy ? 'graph' : 'list')
  const node = recipe.nodes.find(({ id }) => id === selected)
  return (
    <Section
      title={recipePageWords.nodes}
      note={recipe.nodes.length}
      action={
        <Segments
          aria-label={recipePageWords.view}
          value={view}
          onValueChange={setChosen}
          options={[
            { value: 'graph', label: recipePageWords.asGraph, icon: Workflow },
            { value: 'list', label: recipePageWords.asList, icon: List },
          ]}
        />
      }
    >
      <div className={node === undefined ? undefined : 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]'}>
        {view === 'graph' ? (
          <div className="relative h-[min(56vh,480px)] min-h-72 rounded-card border border-line lg:sticky lg:top-6">
            <RecipeGraph recipe={recipe} trouble={trouble} selected={selected} onSelect={onSelect} />
          </div>
        ) : (
          <NodeList nodes={recipe.nodes} trouble={trouble} onSelect={onSelect} />
        )}
        {node !== undefined && <NodePanel key={node.id} recipe={recipe} node={node} onClose={() => onSelect(undefined)} />}
      </div>
    </Section>
  )
}

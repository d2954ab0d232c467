import { useEffect, useState } from 'react'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { nodeKindLook } from '../../lib/node-kind-look'
import { sampleRecipes } from '../../lib/sample-recipes'
import type { RecipeInput } from '../../stores/recipe-slice'
import { NodeKindMark } from '../node-kind-mark'
import { ProblemNotice } from '../problem-notice'
import { RichText } from '../rich-text'
import { useImport } from './use-import'

/** One button a sample: what it is called, and which services it uses. */
export function SampleList({ onImported }: { onImported?: () => void }) {
  const [samples, setSamples] = useState<readonly RecipeInput[]>([])
  useEffect(() => void sampleRecipes().then(setSamples), [])
  const take = useImport(onImported)
  return (
    <div className="flex flex-col gap-2">
      <ul className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(260px,1fr))]">
        {samples.map((sample) => (
          <li key={sample.name}>
            <button
              type="button"
              onClick={() => void take.run(sample)}
              className="flex h-full w-full flex-col gap-2 rounded-card border border-line bg-card p-3 text-left transition-colors duration-100 hover:border-line-strong hover:bg-hover"
            >
              {/* As it is in the file, in whatever language that is. */}
              <span className="sr-only">
                <RichText of={recipeListWords.importSample(<span translate="no">{sample.name}</span>)} />
              </span>
              <span aria-hidden translate="no" className="font-medium">
                {sample.name}
              </span>
              <span className="mt-auto flex items-center gap-1">
                {marksOf(sample).map((kind) => (
                  <NodeKindMark key={kind} kind={kind} />
                ))}
                <span className="ml-auto text-muted text-small">{recipeListWords.nodes(sample.nodes.length)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {take.problem !== undefined && <ProblemNotice problem={take.problem} />}
    </div>
  )
}

/** Each look once, in the order of the nodes. */
function marksOf({ nodes }: RecipeInput) {
  const seen = new Set<unknown>()
  return nodes
    .map(({ kind }) => kind)
    .filter((kind) => {
      const { mark } = nodeKindLook[kind]
      if (seen.has(mark)) return false
      seen.add(mark)
      return true
    })
    .slice(0, 6)
}

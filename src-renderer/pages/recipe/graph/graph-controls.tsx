import { Panel, useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { recipePageWords } from '../../../../src-shared/words/en/recipe-page'
import { IconButton } from '../../../components/icon-button'

export function GraphControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  return (
    <Panel position="bottom-right" className="flex rounded-control border border-line bg-float p-0.5">
      <IconButton label={recipePageWords.zoomOut} onClick={() => void zoomOut()}>
        <Minus />
      </IconButton>
      <IconButton label={recipePageWords.zoomIn} onClick={() => void zoomIn()}>
        <Plus />
      </IconButton>
      <IconButton label={recipePageWords.fit} onClick={() => void fitView({ padding: 0.12, maxZoom: 1 })}>
        <Maximize />
      </IconButton>
    </Panel>
  )
}

import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { nodeSize } from './graph-layout'

interface KeepInSightProps {
  selected: string | undefined
  /** Whether the whole recipe can be read at once. */
  overview: boolean
}

/** The panel beside the graph takes room from it, and a node may be chosen from elsewhere: what matters stays in sight. */
export function KeepInSight({ selected, overview }: KeepInSightProps) {
  const { fitView, getNode, getZoom, setCenter } = useReactFlow()
  const width = useStore((state) => state.width)
  const before = useRef(width)
  useEffect(() => {
    const resized = before.current !== 0 && before.current !== width
    before.current = width
    if (width === 0) return
    if (overview) {
      if (resized) void fitView({ padding: 0.12, maxZoom: 1 })
      return
    }
    const node = selected === undefined ? undefined : getNode(selected)
    if (node === undefined) return
    const { x, y } = node.position
    void setCenter(x + nodeSize.width / 2, y + nodeSize.height / 2, { zoom: Math.max(getZoom(), 0.7) })
  }, [fitView, getNode, getZoom, overview, selected, setCenter, width])
  return null
}

import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { nodeSize } from './graph-layout'

interface KeepInSightProps {
  selected: string | undefined
  /** Where a recipe begins that cannot be read as a whole; undefined for one that can. */
  begin: string | undefined
}

/** The panel beside the graph takes room from it, and a node may be chosen from elsewhere: what matters stays in sight. */
export function KeepInSight({ selected, begin }: KeepInSightProps) {
  const { fitView, getNode, getZoom, setCenter } = useReactFlow()
  const width = useStore((state) => state.width)
  const before = useRef(width)
  const shown = useRef(false)
  useEffect(() => {
    const resized = before.current !== 0 && before.current !== width
    before.current = width
    if (width === 0) return
    if (begin === undefined) {
      if (resized) void fitView({ padding: 0.12, maxZoom: 1 })
      return
    }
    const wanted = selected ?? (shown.current ? undefined : begin)
    shown.current = true
    const node = wanted === undefined ? undefined : getNode(wanted)
    if (node === undefined) return
    const { x, y } = node.position
    const zoom = Math.max(getZoom(), 0.7)
    // What follows a beginning stands to its right.
    const ahead = selected === undefined ? width / 3 / zoom : nodeSize.width / 2
    void setCenter(x + ahead, y + nodeSize.height / 2, { zoom })
  }, [begin, fitView, getNode, getZoom, selected, setCenter, width])
  return null
}
